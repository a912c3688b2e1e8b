import type { StatementLine } from "../../../domain/statements/statement"
import { COMMISSION_LINE, COMMISSION_STATUS } from "../commissions/commission-line"
import { rows, type Sql } from "../database/connection"
import { cutOf, monthsAfter } from "./bounds"

const amount = (of: string, as = "amount"): string => `affiliate_round(${of}, x.currency_code)::text AS ${as}`

/** What the affiliate reads himself: not who wrote an entry, nor why a payout was taken back. */
const LINES = `
  WITH cut AS (
    SELECT ${cutOf(monthsAfter(":period::text", -1))} AS starts_at, ${cutOf(":period::text")} AS ends_at
    FROM affiliate a JOIN affiliate_program p ON p.id = a.program_id WHERE a.id = :affiliate_id
  ),
  posted AS (
    SELECT e.* FROM affiliate_ledger_entry e, cut
    WHERE e.affiliate_id = :affiliate_id AND e.account = 'affiliate'
      AND CASE e.source_type WHEN 'period_line' THEN e.period = :period
          ELSE e.occurred_at >= cut.starts_at AND e.occurred_at < cut.ends_at END
  )
  SELECT type, currency_code, occurred_at, order_id, order_display_id, kind, corrects_period, ${amount("expense_amount", "expense_amount")},
         rate_percent::text, ${amount("amount")}, status, reason, payout_number, method, reference
  FROM (
    SELECT 1 AS section, 'commission' AS type, c.currency_code, c.occurred_at, c.order_id, o.display_id AS order_display_id, c.kind,
           c.corrects_period, c.expense_amount, c.rate_percent, c.amount, ${COMMISSION_STATUS} AS status,
           CASE l.outcome WHEN 'withheld' THEN l.reason END AS reason, NULL::int AS payout_number, NULL AS method, NULL AS reference,
           c.sequence, c.id
    FROM affiliate_commission c LEFT JOIN "order" o ON o.id = c.order_id ${COMMISSION_LINE}
    WHERE c.affiliate_id = :affiliate_id AND c.period = :period
    UNION ALL
    SELECT 2, CASE e.source_type WHEN 'period_line' THEN 'close' ELSE e.source_type END, e.currency_code, e.occurred_at, NULL, NULL, NULL,
           NULL, NULL, NULL, e.amount, NULL, j.reason, y.number, y.method, y.reference, 0, e.id
    FROM posted e
    LEFT JOIN affiliate_adjustment j ON e.source_type = 'adjustment' AND j.id = e.source_id
    LEFT JOIN affiliate_payout y ON e.source_type IN ('payout', 'payout_reversal') AND y.id = e.source_id
  ) x
  WHERE :currency_code::text IS NULL OR currency_code = :currency_code
  ORDER BY currency_code, section, occurred_at, order_id, sequence, id`

export interface StatementLinesQuery {
  affiliate_id: string
  period: string
  /** Every currency when absent. */
  currency_code?: string
}

/** The lines of a month's statements in one statement: the month's commissions by time, then what was posted. */
export const readStatementLines = (sql: Sql, asked: StatementLinesQuery): Promise<StatementLine[]> =>
  rows(sql, LINES, { ...asked, currency_code: asked.currency_code ?? null })
