import { request, type Agent, type IncomingHttpHeaders } from "node:http"

import type { MedusaContainer } from "@medusajs/framework/types"

import { createAffiliate, createProgram, type TestAffiliate } from "../../helpers/affiliate"
import { sql } from "../../helpers/sql"

export interface RawAnswer {
  status: number
  headers: IncomingHttpHeaders
  body: Buffer
}

/** Where the store of the suite listens. */
export const originOf = (api: unknown): string => (api as { defaults: { baseURL: string } }).defaults.baseURL

/** Sends a path as it stands: every other client repairs what a hostile page does not. */
export const rawGet = (origin: string, path: string, headers: Record<string, string> = {}, agent?: Agent): Promise<RawAnswer> =>
  new Promise((resolve, reject) => {
    const { hostname, port } = new URL(origin)
    const sent = request({ hostname, port, path, headers, agent }, (answer) => {
      const chunks: Buffer[] = []
      answer.on("data", (chunk: Buffer) => chunks.push(chunk))
      answer.on("end", () => resolve({ status: answer.statusCode ?? 0, headers: answer.headers, body: Buffer.concat(chunks) }))
    })
    sent.on("error", reject)
    sent.end()
  })

/** JavaScript's old `escape()`, as BILLmanager's snippet calls it (ECMA-262, annex B.2.1.1). */
export const legacyEscape = (text: string): string =>
  [...Array(text.length).keys()]
    .map((index) => {
      const unit = text.charCodeAt(index)
      if (/[A-Za-z0-9@*_+\-./]/.test(text[index]!)) return text[index]
      const hex = unit.toString(16).toUpperCase()
      return unit < 256 ? `%${hex.padStart(2, "0")}` : `%u${hex.padStart(4, "0")}`
    })
    .join("")

/** A running program and an active affiliate of it. */
export async function createProgramWithAffiliate(
  container: MedusaContainer,
  overrides: Record<string, unknown> = {}
): Promise<{ program_id: string; affiliate: TestAffiliate }> {
  const program_id = await createProgram(container, overrides)
  return { program_id, affiliate: await createAffiliate(container, program_id) }
}

/** The plugin's tables in which a text occurs, in any column of any row. */
export async function tablesHolding(container: MedusaContainer, text: string): Promise<string[]> {
  const tables = await sql<{ name: string }>(
    container,
    `SELECT relname AS name FROM pg_class WHERE relkind IN ('r', 'p') AND NOT relispartition AND relname LIKE 'affiliate%' ORDER BY 1`
  )
  const holding: string[] = []
  for (const { name } of tables) {
    const found = await sql(container, `SELECT 1 FROM "${name}" t WHERE strpos(lower(t::text), lower(?)) > 0 LIMIT 1`, [text])
    if (found.length > 0) holding.push(name)
  }
  return holding
}
