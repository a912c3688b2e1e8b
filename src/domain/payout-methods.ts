/** By hand: the merchant transfers the money and marks it as paid. */
export const DEFAULT_PAYOUT_METHOD = "transfer"

/** The methods an affiliate may choose from: the program's own, which is what he gets without a choice, and the further ones. */
export const allowedPayoutMethods = (program: { payout_method?: string | null; payout_methods?: string[] | null }): string[] => [
  ...new Set([program.payout_method ?? DEFAULT_PAYOUT_METHOD, ...(program.payout_methods ?? [])]),
]
