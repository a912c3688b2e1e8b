import { z } from "@medusajs/framework/zod"

import type { StatementLine } from "../../../domain/statements/statement"
import { commissionLine, COMMISSION_STATUS } from "../commissions/commission-line"
import { rows, type Sql } from "../database/connection"
import { placeOf } from "../periods/list-period-commissions"
import { cutOf, periodAfter } from "./bounds"
import { decimal, integer, oneOf, statement, text, time } from "../database/row-check"

const amount = (of: string, as = "amount"): string => `affiliate_round(${of}, reported.currency_code)::text AS ${as}`

/** The affiliate reads these lines, so they name neither who made an entry nor why a payout failed or was canceled. */
const LINES = statement<StatementLine>(
  `
  WITH cut AS (
    SELECT ${cutOf("program", periodAfter(":period::text", -1))} AS starts_at, ${cutOf("program", ":period::text")} AS ends_at
    FROM affiliate JOIN affiliate_program program ON program.id = affiliate.program_id WHERE affiliate.id = :affiliate_id
  ),
  posted AS (
    SELECT entry.* FROM affiliate_ledger_entry entry, cut
    WHERE entry.affiliate_id = :affiliate_id AND entry.account = 'affiliate'
      AND CASE entry.source_type WHEN 'period_line' THEN entry.period = :period
          ELSE entry.occurred_at >= cut.starts_at AND entry.occurred_at < cut.ends_at END
  )
  SELECT type, currency_code, occurred_at, order_id, order_display_id, kind, corrects_period, ${amount("expense_amount", "expense_amount")},
         rate_percent::text, ${amount("amount")}, status, reason, payout_number, method, reference
  FROM (
    SELECT 1 AS section, 'commission' AS type, commission.currency_code, commission.occurred_at, commission.order_id,
           o.display_id AS order_display_id, commission.kind, commission.corrects_period, commission.expense_amount,
           commission.rate_percent, commission.amount, ${COMMISSION_STATUS} AS status,
           CASE line.outcome WHEN 'withheld' THEN line.reason END AS reason, NULL::int AS payout_number, NULL AS method, NULL AS reference,
           commission.sequence, commission.id
    FROM affiliate_commission commission LEFT JOIN "order" o ON o.id = commission.order_id ${commissionLine("commission")}
    WHERE commission.affiliate_id = :affiliate_id AND commission.period = :period
    UNION ALL
    SELECT 1, 'commission', period_commission.currency_code, period.closed_at, NULL, NULL, period_commission.kind,
           period_commission.corrects_period, NULL, period_commission.raise_percent, period_commission.amount, ${COMMISSION_STATUS},
           CASE line.outcome WHEN 'withheld' THEN line.reason END, NULL, NULL, NULL,
           ${placeOf("period_commission.kind")}, period_commission.id
    FROM affiliate_period_commission period_commission ${commissionLine("period_commission")}
    WHERE period_commission.affiliate_id = :affiliate_id AND period_commission.period = :period
    UNION ALL
    SELECT 2, CASE entry.source_type WHEN 'period_line' THEN 'close' ELSE entry.source_type END, entry.currency_code, entry.occurred_at,
           NULL, NULL, NULL, NULL, NULL, NULL, entry.amount, NULL, adjustment.reason, payout.number, payout.method, payout.reference, 0,
           entry.id
    FROM posted entry
    LEFT JOIN affiliate_adjustment adjustment ON entry.source_type = 'adjustment' AND adjustment.id = entry.source_id
    LEFT JOIN affiliate_payout payout ON entry.source_type IN ('payout', 'payout_reversal') AND payout.id = entry.source_id
  ) reported
  WHERE :currency_code::text IS NULL OR currency_code = :currency_code
  ORDER BY currency_code, section, occurred_at, order_id, sequence, id`,
  z.strictObject({
    type: oneOf("commission", "close", "adjustment", "payout", "payout_reversal"),
    currency_code: text,
    occurred_at: time,
    order_id: text.nullable(),
    order_display_id: integer.nullable(),
    kind: text.nullable(),
    corrects_period: text.nullable(),
    expense_amount: decimal.nullable(),
    rate_percent: decimal.nullable(),
    amount: decimal,
    status: oneOf("pending", "credited", "withheld").nullable(),
    reason: text.nullable(),
    payout_number: integer.nullable(),
    method: text.nullable(),
    reference: text.nullable(),
  })
)

export interface StatementLinesQuery {
  affiliate_id: string
  period: string
  /** Every currency when absent. */
  currency_code?: string
}

/** The lines of a period's statements in one SQL statement: the period's commissions by time, then its ledger entries. */
export const readStatementLines = (sql: Sql, query: StatementLinesQuery): Promise<StatementLine[]> =>
  rows(sql, LINES, { ...query, currency_code: query.currency_code ?? null })
