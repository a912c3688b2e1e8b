/** By hand: the merchant transfers the money and marks it as paid. */
export const DEFAULT_PAYOUT_METHOD = "transfer"

/** The methods an affiliate may choose from: the program's own, which applies without a choice, and the further ones. */
export const allowedPayoutMethods = (program: { payout_method?: string | null; payout_methods?: string[] | null }): string[] => [
  ...new Set([program.payout_method ?? DEFAULT_PAYOUT_METHOD, ...(program.payout_methods ?? [])]),
]

/**
 * The methods in use that the store does not know any more, because their provider was removed. None while it is not known yet what the store
 * knows: it always knows some.
 */
export const goneMethods = (used: string[], known: string[]): string[] =>
  known.length === 0 ? [] : [...new Set(used)].filter((method) => !known.includes(method))
