import { createWriteStream } from "node:fs"
import { Readable } from "node:stream"
import { pipeline } from "node:stream/promises"

import { stringify } from "csv-stringify"

import { exportCell } from "../../domain/exports/export-cell"
import { csvFormat } from "../../domain/text/csv-format"
import type { ExportedDataset } from "../../modules/affiliate"

export const EXPORT_FORMATS = ["csv", "json"] as const
export type ExportFormat = (typeof EXPORT_FORMATS)[number]

/** Writes pages of rows as they are read. @returns how many rows there were. */
export async function writeRows(file: string, { columns, json = [], pages }: ExportedDataset, format: ExportFormat): Promise<number> {
  let count = 0
  const target = createWriteStream(file, { mode: 0o600 })
  async function* records(): AsyncGenerator<Record<string, string | null>> {
    for await (const page of pages) {
      count += page.length
      yield* page
    }
  }
  async function* csvLines(): AsyncGenerator<string[]> {
    yield columns
    for await (const record of records()) yield columns.map((column) => exportCell(record[column] ?? null))
  }
  async function* jsonLines(): AsyncGenerator<string> {
    for await (const record of records()) yield `${JSON.stringify(withJson(record, json))}\n`
  }
  if (format === "csv") await pipeline(Readable.from(csvLines()), stringify({ ...csvFormat("point"), bom: true }), target)
  else await pipeline(Readable.from(jsonLines()), target)
  return count
}

const withJson = (record: Record<string, string | null>, json: string[]): Record<string, unknown> => ({
  ...record,
  ...Object.fromEntries(json.map((column) => [column, JSON.parse(record[column] ?? "null") as unknown])),
})
