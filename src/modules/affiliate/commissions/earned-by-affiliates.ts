/**
 * What affiliates' commissions from `:starts_at` to `:ends_at` come to in `:currency_code`, as a query with `affiliate_id`, `orders` (by their
 * first commission), `expense` and `commission`: whole days of UTC from their totals, and the commissions of the days that the range cuts.
 *
 * @param isWanted SQL over columns that commissions and totals have.
 */
export const earnedByAffiliates = (isWanted = "true"): string => {
  const wanted = `currency_code = :currency_code AND ${isWanted}`
  const begin = `((:starts_at::timestamptz + interval '1 day' - interval '1 microsecond') AT TIME ZONE 'UTC')::date`
  const end = `(:ends_at::timestamptz AT TIME ZONE 'UTC')::date`
  const part = (from: string, to: string) => `
      SELECT affiliate_id, (sequence = 1)::int, expense_amount, amount FROM affiliate_commission
      WHERE occurred_at >= ${from} AND occurred_at < ${to} AND ${wanted}`
  const midnight = (day: string) => `${day}::timestamp AT TIME ZONE 'UTC'`
  return `
    SELECT affiliate_id, sum(order_count)::int AS orders, sum(expense_amount) AS expense, sum(amount) AS commission
    FROM (
      SELECT affiliate_id, order_count, expense_amount, amount FROM affiliate_day_total WHERE day >= ${begin} AND day < ${end} AND ${wanted}
      UNION ALL ${part(":starts_at", `least(${midnight(begin)}, :ends_at)`)}
      UNION ALL ${part(`greatest(${midnight(begin)}, ${midnight(end)})`, ":ends_at")}
    ) earned
    GROUP BY affiliate_id`
}
