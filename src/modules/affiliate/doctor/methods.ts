import type { DoctorReport } from "../../../domain/doctor/invariants"
import type { Database } from "../database/database"
import { runDoctor } from "./run-doctor"

/** Checks that the books are right. */
export const doctor = (db: Database) => ({
  /** Checks the ledger's invariants over the whole database, only reading, and names every exception. Slow in a large store. */
  run(now?: Date): Promise<DoctorReport> {
    return runDoctor(db.sql, now)
  },
})
