import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"

import { rows, type Sql } from "../../src/modules/affiliate/database/connection"
import { sql } from "./sql"

interface Plan {
  "Node Type": string
  "Parent Relationship"?: string
  "Relation Name"?: string
  "Actual Rows"?: number
  "Actual Loops"?: number
  "Rows Removed by Filter"?: number
  Plans?: Plan[]
}

interface Connection {
  query(statement: { text: string; values: unknown[] }): Promise<{ rows: { "QUERY PLAN": [{ Plan: Plan }] }[] }>
}

const LARGE = `SELECT relname FROM pg_class WHERE relkind = 'r' AND reltuples >= 5000`

/**
 * The large tables some work reads from end to end, by PostgreSQL's own plan of each statement it sends, with its values. Thousands of rows
 * tell as much as millions: where no index fits, none is used. A small table is best read from end to end.
 */
export const largeTablesReadWhole = (container: MedusaContainer, work: () => Promise<unknown>): Promise<string[]> =>
  largeTablesIn(container, work, wholeTables)

/** Those of them that a condition reads from end to end for each row anew, once what it finds no longer fits into memory. */
export const largeTablesReadForEachRow = (container: MedusaContainer, work: () => Promise<unknown>): Promise<string[]> =>
  largeTablesIn(container, work, tablesOfConditions, "64kB")

async function largeTablesIn(
  container: MedusaContainer,
  work: () => Promise<unknown>,
  tablesOf: (plan: Plan) => string[],
  workMem?: string
): Promise<string[]> {
  await sql(container, `ANALYZE`)
  const large = new Set((await sql<{ relname: string }>(container, LARGE)).map(({ relname }) => relname))
  const pool = container.resolve(ContainerRegistrationKeys.PG_CONNECTION)
  const sent: { text: string; values: unknown[] }[] = []
  const hear = (query: { sql: string; bindings?: unknown[] }): void => {
    if (/^\s*(with|select|insert|update|delete)\b/i.test(query.sql)) sent.push({ text: query.sql, values: query.bindings ?? [] })
  }
  pool.on("query", hear)
  try {
    await work()
  } finally {
    pool.removeListener("query", hear)
  }
  const connection = (await pool.client.acquireConnection()) as Connection
  try {
    if (workMem) await connection.query({ text: `SET work_mem = '${workMem}'`, values: [] })
    const found = new Set<string>()
    for (const { text, values } of sent) {
      const answer = await connection.query({ text: `EXPLAIN (FORMAT json) ${text}`, values })
      for (const table of tablesOf(answer.rows[0]!["QUERY PLAN"][0].Plan)) found.add(table)
    }
    return [...found].filter((table) => large.has(table)).sort()
  } finally {
    if (workMem) await connection.query({ text: `RESET work_mem`, values: [] })
    await pool.client.releaseConnection(connection)
  }
}

/** How many rows of a table a statement read, also of those that it left out, by `EXPLAIN (ANALYZE, FORMAT json)` of it. */
export async function rowsRead(db: Sql, table: string, statement: string, values: Record<string, unknown>): Promise<number> {
  const [explained] = await rows<{ "QUERY PLAN": [{ Plan: Plan }] }>(db, `EXPLAIN (ANALYZE, FORMAT json) ${statement}`, values)
  return countRows(explained!["QUERY PLAN"][0].Plan, table)
}

const countRows = (plan: Plan, table: string): number =>
  (plan["Relation Name"] === table ? (plan["Actual Rows"]! + (plan["Rows Removed by Filter"] ?? 0)) * plan["Actual Loops"]! : 0) +
  (plan.Plans ?? []).reduce((sum, inner) => sum + countRows(inner, table), 0)

const wholeTables = (plan: Plan): string[] => [
  ...(plan["Node Type"] === "Seq Scan" && plan["Relation Name"] ? [plan["Relation Name"]] : []),
  ...(plan.Plans ?? []).flatMap(wholeTables),
]

/** PostgreSQL keeps what such a condition finds for each row to read, where it depends on none and does not fit into a hash table. */
const tablesOfConditions = (plan: Plan): string[] =>
  plan["Parent Relationship"] === "SubPlan" && plan["Node Type"] === "Materialize"
    ? wholeTables(plan)
    : (plan.Plans ?? []).flatMap(tablesOfConditions)
