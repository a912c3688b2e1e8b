import type { ExportManifest } from "../domain/exports/manifest"
import { table } from "./table"

/** What an export wrote: its files, and what the balances add up to. */
export function exportText(out: string, { files, totals }: ExportManifest): string {
  const rows = files.map(({ name, rows }) => [name, String(rows)])
  const sums = Object.entries(totals).map(([currency, sum]) => [currency.toUpperCase(), sum.amount, sum.pending, sum.processing])
  const written = `${table([["file", "rows"], ...rows], [1])}\n\nWritten to ${out}.`
  if (sums.length === 0) return written
  return `${written}\n\n${table([["", "balances", "open months", "payouts on their way"], ...sums], [1, 2, 3])}`
}
