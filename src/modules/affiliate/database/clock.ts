import { MedusaError } from "@medusajs/framework/utils"

import { rows, type Sql } from "./connection"

/** What a change needs, where its time is the database's unless a test sets it. */
export type GivenTime<Change extends { now: Date }> = Omit<Change, "now"> & { now?: Date }

/**
 * The time at which something happens: the database's, which all servers of a store share. A server's own clock may be ahead or behind, and
 * then a payout would overlook the debit that another server has just written. Where rows are locked first, this is called after the locks,
 * so that the times follow the order of the transactions.
 *
 * @param given a time that a test sets. Carriers (routes, jobs, subscribers, scripts) have no clock: ESLint refuses them one.
 */
export async function timeOf(sql: Sql, given?: Date): Promise<Date> {
  if (given) return given
  const [clock] = await rows<{ now: Date }>(sql, `SELECT clock_timestamp() AS now`)
  if (!clock) throw new MedusaError(MedusaError.Types.UNEXPECTED_STATE, "The database does not tell the time")
  return clock.now
}

/** The same for a statement that only reads: `:now` is null unless a test sets it. */
export const NOW = `coalesce(:now::timestamptz, statement_timestamp())`
