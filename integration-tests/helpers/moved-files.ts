import { mkdtempSync, readFileSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import path from "node:path"

import type { MedusaContainer } from "@medusajs/framework/types"
import { parse } from "csv-parse/sync"

import { importProgramWorkflow } from "../../src/workflows"
import type { ImportProgramInput } from "../../src/workflows/imports/import-program-step"
import { sql } from "./sql"

export const newFolder = (): string => mkdtempSync(path.join(tmpdir(), "moved-"))

/** A folder with these files in it. */
export function folderOf(files: Record<string, string | Buffer>): string {
  const folder = newFolder()
  for (const [name, content] of Object.entries(files)) writeFileSync(path.join(folder, name), content)
  return folder
}

export const csv = (...lines: (string | number)[][]): string => lines.map((cells) => cells.join(",")).join("\n")

export const readCsv = (file: string): Record<string, string>[] => parse(readFileSync(file), { bom: true, columns: true })

export const read = (folder: string, name: string): string => readFileSync(path.join(folder, name), "utf8")

/** Imports a folder, as the command does. */
export async function importFolder(container: MedusaContainer, program_id: string, folder: string, wish: Partial<ImportProgramInput> = {}) {
  const { result } = await importProgramWorkflow(container).run({ input: { program_id, path: folder, created_by: "test", ...wish } })
  return result
}

/** What went wrong: `file:line field problem`. */
export const faultsOf = ({ faults }: Awaited<ReturnType<typeof importFolder>>): string[] =>
  faults.map(({ file, line, field, problem }) => `${file}:${line} ${field} ${problem}`)

/** Customers with these e-mails, straight into the store's table. */
export async function createCustomers(container: MedusaContainer, emails: string[], has_account = true): Promise<void> {
  await sql(
    container,
    `INSERT INTO customer (id, email, has_account) SELECT 'cus_' || md5(email || ?::text), email, ?
     FROM json_array_elements_text(?::json) AS given(email)`,
    [String(has_account), has_account, JSON.stringify(emails)]
  )
}

const OURS = `
  SELECT format('TRUNCATE %s CASCADE', string_agg(quote_ident(table_name), ', ')) AS statement FROM information_schema.tables
  WHERE table_schema = current_schema() AND (table_name = 'affiliate' OR starts_with(table_name, 'affiliate_') OR table_name = 'order')`

/** A store without orders in which the plugin was just installed. Its customers stay. */
export async function emptyStore(container: MedusaContainer): Promise<void> {
  const [found] = await sql<{ statement: string }>(container, OURS)
  await sql(container, `SET session_replication_role = replica; ${found!.statement}; SET session_replication_role = origin`)
}
