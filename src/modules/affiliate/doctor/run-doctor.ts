import {
  INVARIANT_IDS,
  INVARIANTS,
  type DoctorReport,
  type InvariantException,
  type InvariantId,
  type InvariantResult,
} from "../../../domain/doctor/invariants"
import { timeOf } from "../database/clock"
import { KEEP_CLICKS } from "../clicks/dropped"
import { rows, type Sql } from "../database/connection"
import { EXCEPTIONS } from "./invariants"
import { checkOrdersWorth, type Findings } from "./check-orders"
import { checkTimeZones } from "./check-time-zones"

/** How many exceptions of an invariant are named. All of them are counted. */
const NAMED = 100

/** No time limit, no JIT compilation of wide statements, and memory to join by hash before PostgreSQL spills to disk. */
const SETTINGS = `SELECT set_config('jit', 'off', true), set_config('statement_timeout', '0', true), set_config('work_mem', '64MB', true)`

/**
 * What closes wrote is compared with what is computed from everything: PostgreSQL expects few rows of what a query computes on the way, and would
 * compare each with each. Elsewhere rows are looked up one by one on purpose, and a forbidden loop would cost as much as any other.
 */
const COMPARED_WHOLE: InvariantId[] = ["period_commissions"]

const NESTED_LOOPS = `SELECT set_config('enable_nestloop', :allowed, true)`

/**
 * Checks every invariant over the whole database and names the exceptions. All checks see one snapshot, so that parallel writers cause no
 * false alarm, and run in a transaction that cannot write.
 */
export const runDoctor = (sql: Sql, now?: Date): Promise<DoctorReport> =>
  sql.transaction(
    async (snapshot) => {
      await rows(snapshot, KEEP_CLICKS)
      await rows(snapshot, SETTINGS)
      return checkInvariants(snapshot, await timeOf(snapshot, now))
    },
    { isolationLevel: "repeatable read", readOnly: true }
  )

/** The same inside the caller's transaction. */
export async function checkInvariants(sql: Sql, now: Date): Promise<DoctorReport> {
  const invariants: InvariantResult[] = []
  for (const id of INVARIANT_IDS) {
    const findings = await check(sql, id, now)
    invariants.push({ id, ok: findings.exception_count === 0, ...INVARIANTS[id], ...findings })
  }
  return { checked_at: now, ok: invariants.every(({ ok }) => ok), invariants }
}

type Row = Record<string, string | number | null> & { total: number }

async function check(sql: Sql, id: InvariantId, now: Date): Promise<Findings> {
  if (id === "orders_worth") return checkOrdersWorth(sql, now, NAMED)
  if (id === "time_zones") return checkTimeZones(sql, now, NAMED)
  const isComparedWhole = COMPARED_WHOLE.includes(id)
  if (isComparedWhole) await rows(sql, NESTED_LOOPS, { allowed: "off" })
  const statement = `SELECT found.*, count(*) OVER ()::int AS total FROM (${EXCEPTIONS[id]}) found ORDER BY 1, 2, 3, 4 LIMIT :limit`
  const found = await rows<Row>(sql, statement, { now, limit: NAMED })
  if (isComparedWhole) await rows(sql, NESTED_LOOPS, { allowed: "on" })
  return { exception_count: found[0]?.total ?? 0, exceptions: found.map(toException) }
}

/** Leaves out the ids that a problem does not have. */
function toException({ total: _total, ...row }: Row): InvariantException {
  return Object.fromEntries(Object.entries(row).filter(([, value]) => value !== null)) as InvariantException
}
