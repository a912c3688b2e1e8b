import { rows, type Sql } from "../database/connection"

export interface TableCount {
  name: string
  rows: number
}

const TABLES = `
  SELECT table_name AS name FROM information_schema.tables
  WHERE table_schema = current_schema() AND (table_name = 'affiliate' OR starts_with(table_name, 'affiliate_')) ORDER BY table_name`

export async function countTables(sql: Sql): Promise<TableCount[]> {
  const tables = await rows<{ name: string }>(sql, TABLES)
  const counted: TableCount[] = []
  for (const { name } of tables) {
    const [row] = await sql(name).count<{ count: string }[]>("* as count")
    counted.push({ name, rows: Number(row?.count ?? 0) })
  }
  return counted
}
