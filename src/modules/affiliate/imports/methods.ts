import type { Database } from "../database/database"
import { rows } from "../database/connection"
import { importRows, type ImportResult, type RowImport } from "./import-rows"

const PAGE = `
  SELECT id FROM affiliate
  WHERE program_id = :program_id AND status = 'active' AND deleted_at IS NULL AND id > :after ORDER BY id LIMIT 500`

/** Affiliates, codes, referrals and balances of another program, brought over. */
export const dataImports = (db: Database) => ({
  /** Checks the rows, and writes all of them or none. @returns what became of them. */
  run(given: RowImport): Promise<ImportResult> {
    return db.transaction((sql) => importRows(sql, given))
  },

  /** One page, by key, of a program's active affiliates, whose promo codes are to be completed. */
  async listActiveAffiliates(program_id: string, after = ""): Promise<string[]> {
    const found = await rows<{ id: string }>(db.sql, PAGE, { program_id, after })
    return found.map(({ id }) => id)
  },
})
