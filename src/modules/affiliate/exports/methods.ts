import { KEEP_CLICKS } from "../clicks/dropped"
import { rows } from "../database/connection"
import type { Database } from "../database/database"
import { readDataset, type Dataset, type ExportedRow } from "./dataset"

import { countTables, type TableCount } from "./count-tables"
import { MONEY } from "./datasets/money"
import { MONTHS } from "./datasets/months"
import { PEOPLE } from "./datasets/people"

export type { TableCount } from "./count-tables"
export type { ExportedRow } from "./dataset"

/** A file of an export, and its rows page by page. */
export interface ExportedDataset extends Pick<Dataset, "name" | "json"> {
  columns: string[]
  pages: AsyncGenerator<ExportedRow[]>
}

const DATASETS = [...PEOPLE, ...MONEY, ...MONTHS]

/** Everything that programs have, to take it away. Payout details are left out: they are the affiliates' own bank data. */
export const dataExports = (db: Database) => ({
  /** Hands one file after another to `write`, all as they were at one moment, so that their sums agree while the store goes on. */
  read(programIds: string[] | null, write: (dataset: ExportedDataset) => Promise<void>): Promise<void> {
    return db.snapshot(async (sql) => {
      await rows(sql, KEEP_CLICKS)
      for (const dataset of DATASETS) {
        const { name, json = [], columns } = dataset
        await write({ name, json, columns: Object.keys(columns), pages: readDataset(sql, dataset, programIds) })
      }
    })
  },

  /** The plugin's tables and how many rows each has. */
  countTables(): Promise<TableCount[]> {
    return countTables(db.sql)
  },
})
