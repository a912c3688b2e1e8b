import { DateTime } from "luxon"

import { withDecimalSign, type DecimalSign } from "../text/csv-format"
import { safeCell } from "../text/safe-cell"
import type { Statement, StatementLine } from "./statement"

export const CSV_COLUMNS = [
  "period",
  "currency_code",
  "type",
  "occurred_at",
  "order",
  "kind",
  "corrects_period",
  "expense_amount",
  "rate_percent",
  "amount",
  "status",
  "reason",
  "payout_number",
  "method",
  "reference",
] as const

/** A statement as rows of a file, opening and closing balance included. Amounts are decimals, times the program's own with their offset. */
export function statementCsvRows(statement: Statement, timezone: string, sign: DecimalSign = "point"): string[][] {
  const { period, currency_code, opening_balance, closing_balance, lines } = statement
  const balance = (type: string, amount: string): string[] => row({ period, currency_code, type, amount: withDecimalSign(amount, sign) })
  return [
    balance("opening_balance", opening_balance),
    ...lines.map((line) => row({ period, currency_code, ...cells(line, timezone, sign) })),
    balance("closing_balance", closing_balance),
  ]
}

type Cells = Partial<Record<(typeof CSV_COLUMNS)[number], string | null>>

const row = (cells: Cells): string[] => CSV_COLUMNS.map((column) => cells[column] ?? "")

/** Whatever a person has typed is text and stays text in a spreadsheet. */
function cells(line: StatementLine, timezone: string, sign: DecimalSign): Cells {
  const { type, kind, corrects_period, status } = line
  const figure = (decimal: string | null): string | null => (decimal === null ? null : withDecimalSign(decimal, sign))
  const text = (typed: string | null): string | null => (typed === null ? null : safeCell(typed))
  return {
    ...{ type, kind, corrects_period, status },
    expense_amount: figure(line.expense_amount),
    rate_percent: figure(line.rate_percent),
    amount: figure(line.amount),
    occurred_at: DateTime.fromJSDate(new Date(line.occurred_at), { zone: timezone }).toISO(),
    order: text(line.order_display_id?.toString() ?? line.order_id),
    reason: text(line.reason),
    payout_number: line.payout_number?.toString() ?? null,
    method: text(line.method),
    reference: text(line.reference),
  }
}
