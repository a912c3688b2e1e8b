import { rows, type Sql } from "../database/connection"

/** Recordings wait: a commission between the two statements would be counted twice, or not at all. */
const LOCK = `LOCK TABLE affiliate_commission IN SHARE ROW EXCLUSIVE MODE`

const FORGET = `DELETE FROM affiliate_period_total`

const COUNT = `
  WITH counted AS (
    INSERT INTO affiliate_period_total (program_id, period, affiliate_id, currency_code, corrects_period, expense_amount, amount,
                                        commission_count, order_count)
    SELECT program_id, period, affiliate_id, currency_code, coalesce(corrects_period, ''), sum(expense_amount), sum(amount), count(*),
           count(*) FILTER (WHERE sequence = 1 OR affiliate_is_first_of_period(commission))
    FROM affiliate_commission commission
    GROUP BY program_id, period, affiliate_id, currency_code, coalesce(corrects_period, '')
    RETURNING 1
  )
  SELECT count(*)::int AS count FROM counted`

/** Derives the sums of all months again from their commissions. @returns how many sums there are. Runs inside the caller's transaction. */
export async function recountTotals(sql: Sql): Promise<number> {
  await rows(sql, LOCK)
  await rows(sql, FORGET)
  const [counted] = await rows<{ count: number }>(sql, COUNT)
  return counted?.count ?? 0
}
