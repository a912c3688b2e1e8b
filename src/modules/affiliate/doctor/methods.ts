import type { DoctorReport } from "../../../domain/doctor/invariants"
import type { Database } from "../database/database"
import { runDoctor } from "./run-doctor"

/** The proof that the books are right. */
export const doctor = (db: Database) => ({
  /** Proves the ledger's invariants over the whole database, reading only, and names every exception. Slow in a large store. */
  run(now: Date): Promise<DoctorReport> {
    return runDoctor(db.sql, now)
  },
})
