import type { InvariantException } from "../../../domain/doctor/invariants"
import { rows, type Sql } from "../database/connection"
import { driverMessage } from "../database/driver-error"
import { OrderRefused } from "../database/refusals"
import { NEXT_ORDER, ORDERS_WORTH, ORDERS_WORTH_PAGE } from "./invariants"

/** Orders per page: large, because each costs the same, and small enough to be computed in memory. */
const PAGE = 20_000

export interface Findings {
  exception_count: number
  /** No more of them than can be named. */
  exceptions: InvariantException[]
}

interface Page extends Findings {
  last_order_id: string | null
  order_count: number
}

/**
 * Compares every order with its commissions, all in one statement. An order that PostgreSQL refuses to compute does not end the examination: then
 * they are compared page by page, pages get smaller until it stands alone, it is named, and the next page begins behind it.
 */
export async function checkOrdersWorth(sql: Sql, now: Date, limit: number): Promise<Findings> {
  const findings: Findings = { exception_count: 0, exceptions: [] }
  const add = (count: number, exceptions: InvariantException[]): void => {
    findings.exception_count += count
    findings.exceptions.push(...exceptions.slice(0, limit - findings.exceptions.length))
  }
  await rows(sql, "SAVEPOINT doctor_orders")
  const all = await orDataError(sql, () => look(sql, ORDERS_WORTH, { now, limit }))
  if (typeof all !== "string") return { exception_count: all.exception_count, exceptions: all.exceptions }
  let after: string | null = ""
  let size = PAGE
  while (after !== null) {
    const page = await orDataError(sql, () => look(sql, ORDERS_WORTH_PAGE, { after, size, now, limit: limit - findings.exceptions.length }))
    if (typeof page !== "string") {
      add(page.exception_count, page.exceptions)
      after = page.order_count < size ? null : page.last_order_id
      size = Math.min(PAGE, size * 2)
    } else if (size > 1) {
      size = Math.ceil(size / 2)
    } else {
      after = await nextOrder(sql, after)
      if (after !== null) add(1, [{ problem: "not_computable", order_id: after, expected: "an order that can be computed", found: page }])
    }
  }
  return findings
}

async function look(
  sql: Sql,
  statement: string,
  bindings: { after?: string | null; size?: number; now: Date; limit: number }
): Promise<Page> {
  const [page] = await rows<Page>(sql, statement, bindings)
  return page ?? { last_order_id: null, order_count: 0, exception_count: 0, exceptions: [] }
}

async function nextOrder(sql: Sql, after: string): Promise<string | null> {
  const [next] = await rows<{ order_id: string | null }>(sql, NEXT_ORDER, { after })
  return next?.order_id ?? null
}

/** What the work returns, or why PostgreSQL could not compute an order. */
async function orDataError<T>(sql: Sql, work: () => Promise<T>): Promise<T | string> {
  try {
    return await work()
  } catch (error) {
    if (!isNotComputable(error)) throw error
    await rows(sql, "ROLLBACK TO SAVEPOINT doctor_orders")
    return driverMessage(error).slice(0, 500)
  }
}

/** Whether an order's data is to blame: a refusal, or SQLSTATE class 22 (division by zero, a number too large). */
function isNotComputable(error: unknown): boolean {
  const { code } = (error ?? {}) as { code?: unknown }
  return error instanceof OrderRefused || (typeof code === "string" && code.startsWith("22"))
}
