/**
 * The ids of the methods that an affiliate of a program, by its alias, may choose from, as a JSON array. A program that names none has its own
 * only.
 */
export const allowedPayoutMethods = (program: string): string =>
  `coalesce(${program}.payout_methods, jsonb_build_array(${program}.payout_method))`
