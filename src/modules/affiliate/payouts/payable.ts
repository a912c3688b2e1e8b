/**
 * What of an available balance the account's method can carry, by the `:limits` of the methods (JSON by the method's id, see `PayoutLimits`):
 * `takes_currency`, the `amount` it pays, and why the rest stays on the balance (`remaining_reason`). Reads `routed`; ends in `payable`.
 */
export const PAYABLE = `
  payable AS (
    SELECT routed.*,
           coalesce(jsonb_exists(carried.limits -> 'currencies', currency_code), true)
             AND NOT coalesce(jsonb_exists(carried.limits -> 'refused_currencies', currency_code), false) AS takes_currency,
           affiliate_round(least(whole.amount, (carried.limits -> 'largest' ->> currency_code)::numeric), currency_code) AS amount,
           CASE WHEN (carried.limits -> 'largest' ->> currency_code)::numeric < whole.amount THEN 'method_maximum'
                WHEN whole.amount < available THEN 'method_decimals' END AS remaining_reason
    FROM routed
    CROSS JOIN LATERAL (SELECT :limits::jsonb -> method AS limits) carried
    CROSS JOIN LATERAL (SELECT trunc(available, coalesce((carried.limits -> 'decimals' ->> currency_code)::integer, 10)) AS amount) whole
  )`
