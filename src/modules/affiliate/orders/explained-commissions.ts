import { z } from "@medusajs/framework/zod"

import type { ExplainedCommission, ExplainedLine } from "../../../domain/orders/explanation/order-explanation"
import { rows, type Sql } from "../database/connection"
import { explainLines } from "./explained-lines"
import { COMMISSION_FIELDS, COMMISSION_ROW, COMMISSION_SOURCE } from "../commissions/list-commissions"
import { decimal, flag, oneOf, statement, text, time } from "../database/row-check"

export type UnnamedCommission = Omit<ExplainedCommission, "affiliate_name">

type Found = Omit<UnnamedCommission, "line" | "lines"> & { line_id: string | null }
type Line = Omit<ExplainedLine, "ledger_entries">
type Entry = ExplainedLine["ledger_entries"][number] & { line_id: string }

const COMMISSIONS = statement<Found>(
  `
  SELECT ${COMMISSION_FIELDS}, commission.cause_type, commission.cause_id, line.id AS line_id, EXISTS (
           SELECT 1 FROM affiliate_period corrected
           WHERE corrected.program_id = commission.program_id AND corrected.period = commission.corrects_period
             AND corrected.status = 'closed'
         ) AS corrects_closed_period
  FROM ${COMMISSION_SOURCE} WHERE commission.order_id = :order_id ORDER BY commission.sequence`,
  COMMISSION_ROW.extend({
    cause_type: oneOf("order", "order_change", "order_transaction", "attribution").nullable(),
    cause_id: text.nullable(),
    line_id: text.nullable(),
    corrects_closed_period: flag,
  })
)

const LINES = statement<Line>(
  `
  SELECT id, outcome, reason, affiliate_round(amount, currency_code)::text AS amount, available_at
  FROM affiliate_period_line WHERE id = ANY(:ids)`,
  z.strictObject({ id: text, outcome: oneOf("credited", "withheld"), reason: text.nullable(), amount: decimal, available_at: time })
)

const ENTRIES = statement<Entry>(
  `
  SELECT id, source_id AS line_id, account, affiliate_round(amount, currency_code)::text AS amount, currency_code, available_at
  FROM affiliate_ledger_entry WHERE source_type = 'period_line' AND source_id = ANY(:ids) ORDER BY account, id`,
  z.strictObject({ id: text, line_id: text, account: text, amount: decimal, currency_code: text, available_at: time })
)

/** An order's commissions with the line each went into and that line's ledger entries, in four statements, however many they are. */
export async function explainCommissions(sql: Sql, order_id: string): Promise<UnnamedCommission[]> {
  const found = await rows(sql, COMMISSIONS, { order_id })
  const earned = await explainLines(sql, order_id)
  const linesOf = ({ id }: { id: string }) => earned.get(id) ?? []
  const ids = [...new Set(found.map(({ line_id }) => line_id).filter((id) => id !== null))]
  if (ids.length === 0) return found.map(({ line_id: _, ...row }) => ({ ...row, line: null, lines: linesOf(row) }))
  const entries = await rows(sql, ENTRIES, { ids })
  const lines = new Map((await rows(sql, LINES, { ids })).map((line) => [line.id, withEntries(line, entries)]))
  return found.map(({ line_id, ...row }) => ({ ...row, line: lines.get(line_id ?? "") ?? null, lines: linesOf(row) }))
}

const withEntries = (line: Line, entries: Entry[]): ExplainedLine => ({
  ...line,
  ledger_entries: entries.filter(({ line_id }) => line_id === line.id).map(({ line_id: _, ...entry }) => entry),
})
