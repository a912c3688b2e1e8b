import { createWriteStream } from "node:fs"
import { Readable } from "node:stream"
import { pipeline } from "node:stream/promises"

import { stringify } from "csv-stringify"

import { exportCell } from "../../domain/exports/export-cell"
import { csvFormat } from "../../domain/text/csv-format"
import type { ReportedRow } from "../../modules/affiliate"

const COLUMNS = ["file", "line", "kind", "subject", "amount", "currency_code", "outcome", "field", "problem"] as const

/** Writes what became of every row as CSV. */
export async function writeReport(file: string, pages: AsyncGenerator<ReportedRow[]>): Promise<void> {
  async function* lines(): AsyncGenerator<string[]> {
    yield [...COLUMNS]
    for await (const page of pages)
      for (const row of page) yield COLUMNS.map((column) => exportCell(row[column] === null ? null : String(row[column])))
  }
  await pipeline(Readable.from(lines()), stringify({ ...csvFormat("point"), bom: true }), createWriteStream(file, { mode: 0o600 }))
}
