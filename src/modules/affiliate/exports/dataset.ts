import { z } from "@medusajs/framework/zod"

import type { Sql } from "../database/connection"
import { readAll } from "../database/read-all"
import { text } from "../database/row-check"

/** One file of an export. */
export interface Dataset {
  name: string
  /** SQL of each column. Every value leaves as text, so that no amount and no time loses a digit. */
  columns: Record<string, string>
  /** Columns that hold JSON. */
  json?: string[]
  from: string
  where?: string
  /** SQL of the program's id. */
  program: string
  /** Columns of an index, unique together, in whose order the rows are read. */
  key: [string, ...string[]]
}

export type ExportedRow = Record<string, string | null>

/** All rows of a file, page by page by key, so that their number costs no memory. */
export function readDataset(sql: Sql, dataset: Dataset, programIds: string[] | null): AsyncGenerator<ExportedRow[]> {
  const columns = Object.entries(dataset.columns)
  return readAll<ExportedRow, { program_id?: string[]; kept?: true }>(
    sql,
    {
      row: z.record(z.string(), text.nullable()),
      fields: columns.map(([name, column]) => `(${column})::text AS ${name}`).join(", "),
      from: dataset.from,
      conditions: { program_id: `${dataset.program} = ANY(:program_id)`, kept: dataset.where ?? "true" },
      orders: { key: dataset.key[0] },
      defaultOrder: "key",
      neverNull: ["key"],
      id: dataset.key,
      key: dataset.key.map((column) => [column, "text"]),
    },
    { kept: true, ...(programIds && { program_id: programIds }) }
  )
}

/** A time in UTC with all its digits. */
export const time = (column: string): string => `to_char(${column} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`

/** An amount with the digits of its currency. */
export const amount = (row: string, column = "amount"): string => `affiliate_round(${row}.${column}, ${row}.currency_code)`

/** The columns of a table as they are. */
export const plain = (row: string, ...columns: string[]): Record<string, string> =>
  Object.fromEntries(columns.map((column) => [column, `${row}.${column}`]))
