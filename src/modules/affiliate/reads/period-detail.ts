import { periodBounds } from "../../../domain/period"
import { periodTotals } from "../../../domain/period-totals"
import { previewPeriod, readPeriodLines, type PeriodLineFigures } from "../operations/preview-period"
import { rows, type Sql } from "../sql/connection"
import type { PeriodRow } from "./periods"

export interface PeriodDetail extends PeriodRow {
  lines: (PeriodLineFigures & { affiliate_code: string })[]
}

interface Month extends Omit<PeriodRow, "totals" | "starts_at" | "ends_at" | "period" | "status"> {
  timezone: string
  status: "open" | "closed" | null
  starts_at: Date | null
  ends_at: Date | null
}

const MONTH = `
  SELECT m.id, p.id AS program_id, p.name AS program_name, p.timezone, m.status, m.starts_at, m.ends_at, m.closed_at, m.closed_by
  FROM affiliate_program p LEFT JOIN affiliate_period m ON m.program_id = p.id AND m.period = :period
  WHERE p.id = :program_id AND p.deleted_at IS NULL`

const CODES = `SELECT id, code FROM affiliate WHERE id = ANY(:ids)`

/** One month of a program, figure by figure: what the close wrote, or would write now. Null when there is no such program. */
export async function readPeriod(sql: Sql, program_id: string, period: string): Promise<PeriodDetail | null> {
  const [month] = await rows<Month>(sql, MONTH, { program_id, period })
  if (!month) return null
  const { timezone, ...row } = month
  const bounds = periodBounds(period, timezone)
  const read = month.status === "closed" ? readPeriodLines : previewPeriod
  const lines = await read(sql, program_id, period)
  const codes = await rows<{ id: string; code: string }>(sql, CODES, { ids: lines.map(({ affiliate_id }) => affiliate_id) })
  const codeOf = new Map(codes.map(({ id, code }) => [id, code]))
  return {
    ...row,
    period,
    status: month.status ?? "open",
    starts_at: month.starts_at ?? bounds.starts_at,
    ends_at: month.ends_at ?? bounds.ends_at,
    totals: periodTotals(lines),
    lines: lines.map((line) => ({ ...line, affiliate_code: codeOf.get(line.affiliate_id) ?? "" })),
  }
}
