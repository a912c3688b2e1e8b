import { rows, type Sql } from "../database/connection"
import { sqlText, type Statement } from "../database/row-check"

interface Plan {
  "Actual Rows": number
  "Actual Loops": number
  "Rows Removed by Filter"?: number
  "Rows Removed by Join Filter"?: number
  Plans?: Plan[]
}

const workOf = (plan: Plan): number =>
  (plan["Actual Rows"] + (plan["Rows Removed by Filter"] ?? 0) + (plan["Rows Removed by Join Filter"] ?? 0)) * plan["Actual Loops"] +
  (plan.Plans ?? []).reduce((sum, part) => sum + workOf(part), 0)

/** How many rows the parts of a statement hand on or leave out: what it costs, on any machine. */
export async function planWork(sql: Sql, statement: string | Statement<unknown>, bindings: Record<string, unknown>): Promise<number> {
  const [explained] = await rows<{ "QUERY PLAN": [{ Plan: Plan }] }>(sql, `EXPLAIN (ANALYZE, FORMAT json) ${sqlText(statement)}`, bindings)
  return workOf(explained!["QUERY PLAN"][0].Plan)
}
