import type { ProgramInput, ProgramSettings } from "../../../domain/programs/program-settings"
import type { Sql } from "../database/connection"
import type { Database } from "../database/database"
import type { PageOf, PageRequest } from "../database/page"
import type { Change } from "../database/undo-change"
import { listImageOrigins } from "./list-image-origins"
import { countAffiliates, listPrograms, type ProgramFilters, type ProgramRow } from "./list-programs"
import { createProgram, updateProgram, removePrograms, restoreProgram } from "./write-program"

/**
 * Affiliate programs and their settings. Every write is one transaction.
 *
 * @param onChange called after every committed write: clicks of this process see the change at once, other processes within a second.
 */
export const programs = (db: Database, onChange: () => void) => {
  const write = async <T>(work: (sql: Sql) => Promise<T>): Promise<T> => {
    const written = await db.transaction(work)
    onChange()
    return written
  }
  return {
    /** Programs with their groups and channels. */
    list(filters: ProgramFilters, page: PageRequest): Promise<PageOf<ProgramRow>> {
      return listPrograms(db.sql, filters, page)
    },

    /** How many affiliates each program has, of any status. */
    countAffiliates(programIds: string[]): Promise<Map<string, number>> {
      return countAffiliates(db.sql, programIds)
    },

    /** The sites that the portal shows pictures of. */
    listImageOrigins(): Promise<string[]> {
      return listImageOrigins(db.sql)
    },

    /** @throws InvalidInput naming the wrong field; then no program is created. @returns the new ids. */
    create(inputs: ProgramInput[]): Promise<string[]> {
      return write(async (sql) => {
        const ids: string[] = []
        for (const input of inputs) ids.push(await createProgram(sql, input))
        return ids
      })
    },

    /** @throws InvalidInput naming the wrong field. */
    update(id: string, input: ProgramInput, now?: Date): Promise<Change<ProgramSettings>> {
      return write((sql) => updateProgram(sql, id, input, now))
    },

    /** Undoes `update`, and nothing that others have changed since. */
    restore(id: string, change: Change<ProgramSettings>): Promise<void> {
      return write((sql) => restoreProgram(sql, id, change))
    },

    /** Undoes `create`. */
    remove(ids: string[]): Promise<void> {
      return write((sql) => removePrograms(sql, ids))
    },
  }
}
