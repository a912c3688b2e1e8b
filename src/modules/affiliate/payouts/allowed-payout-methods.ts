/** The ids of the methods that an affiliate of program `g` may choose from, as a JSON array. A program that names none has its own only. */
export const ALLOWED_PAYOUT_METHODS = `coalesce(g.payout_methods, jsonb_build_array(g.payout_method))`
