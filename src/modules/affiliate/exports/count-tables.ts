import { rows, type Sql } from "../database/connection"

export interface TableCount {
  name: string
  rows: number
}

/** The months of clicks are parts of a table. */
const TABLES = `
  SELECT relname AS name FROM pg_class
  WHERE relnamespace = current_schema()::regnamespace AND relkind IN ('r', 'p') AND NOT relispartition
    AND (relname = 'affiliate' OR starts_with(relname, 'affiliate_'))
  ORDER BY relname`

export async function countTables(sql: Sql): Promise<TableCount[]> {
  const tables = await rows<{ name: string }>(sql, TABLES)
  const counted: TableCount[] = []
  for (const { name } of tables) {
    const [row] = await sql(name).count<{ count: string }[]>("* as count")
    counted.push({ name, rows: Number(row?.count ?? 0) })
  }
  return counted
}
