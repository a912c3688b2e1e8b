import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"

import { INVARIANT_PROBLEMS, type InvariantException } from "../../src/domain/doctor/invariants"
import { checkInvariants } from "../../src/modules/affiliate/doctor/run-doctor"
import type { Sql } from "../../src/modules/affiliate/database/connection"
import { STORY_NOW } from "./ledger-story"
import { sql } from "./sql"

/** What is broken, by invariant. */
export type Broken = Partial<Record<string, InvariantException[]>>
export type Case = [label: string, changes: string[], broken: Partial<Record<string, object[]>>]

/** Totals follow the commissions, so that a case with other commissions says what else it breaks. */
const RECOUNT = `SELECT affiliate_recount_period_totals(id) FROM affiliate_program`
const RECOUNT_QUARTER_HOURS = `
  SELECT affiliate_recount_quarter_hours(program_id)
  FROM (SELECT program_id FROM affiliate_commission UNION SELECT program_id FROM affiliate_referral UNION SELECT program_id FROM affiliate_click) given`

/** What the doctor finds after changes that no trigger stopped. They are taken back. */
export async function brokenBy(container: MedusaContainer, changes: string[]): Promise<Broken> {
  const transaction = await container.resolve(ContainerRegistrationKeys.PG_CONNECTION).transaction()
  try {
    await transaction.raw("SET LOCAL session_replication_role = replica")
    for (const change of changes) await transaction.raw(change)
    await transaction.raw("SET LOCAL session_replication_role = origin")
    if (!changes.some((change) => change.includes("affiliate_period_total"))) await transaction.raw(RECOUNT)
    if (!changes.some((change) => change.includes("affiliate_quarter_hour_total"))) await transaction.raw(RECOUNT_QUARTER_HOURS)
    const { ok, invariants } = await checkInvariants(transaction as unknown as Sql, STORY_NOW)
    const broken = invariants.filter((invariant) => !invariant.ok)
    expect(ok).toBe(broken.length === 0)
    for (const { exception_count, exceptions } of broken) {
      expect(exception_count).toBe(exceptions.length)
      for (const { problem } of exceptions) expect(INVARIANT_PROBLEMS).toContain(problem)
    }
    return Object.fromEntries(broken.map(({ id, exceptions }) => [id, exceptions]))
  } finally {
    await transaction.rollback()
  }
}

/** Each change breaks just these invariants, with just these exceptions. */
export async function expectBroken(container: MedusaContainer, cases: Case[]): Promise<void> {
  const found: Record<string, Broken> = {}
  for (const [label, changes] of cases) found[label] = await brokenBy(container, changes)
  expect(found).toEqual(Object.fromEntries(cases.map(([label, , broken]) => [label, broken])))
}

/** The first id each query gives. */
export async function firstIds(container: MedusaContainer, ...queries: string[]): Promise<string[]> {
  const found = await Promise.all(queries.map((query) => sql<{ id: string }>(container, query)))
  return found.map(([first]) => first!.id)
}
