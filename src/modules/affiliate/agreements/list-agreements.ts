import { agreementHtml } from "../../../domain/agreements/agreement-html"
import type { Sql } from "../database/connection"
import { currentVersion, isNotWithdrawn } from "./current-agreement"
import { readPage, type Bounds, type Comparison, type Listing, type PageOf, type PageRequest } from "../database/page"

export interface AgreementRow {
  version: number
  /** Markdown. */
  text: string
  /** Safe to put into a page. */
  html: string
  text_hash: string
  created_at: Date
  is_current: boolean
  /** How many affiliates agree to it, those who withdrew left out. */
  acceptance_count: number
}

export interface AgreementFilters {
  version?: Comparison<number>
  created_at?: Bounds<Date>
}

interface Filters extends AgreementFilters {
  program_id: string
}

const AGREEMENTS: Listing<Filters> = {
  fields: `
    o.version, o.text, o.text_hash, o.created_at, o.version IS NOT DISTINCT FROM ${currentVersion("p")} AS is_current,
    (SELECT count(*)::int FROM affiliate_agreement_acceptance k
     WHERE k.program_id = o.program_id AND k.version = o.version AND ${isNotWithdrawn("k")}) AS acceptance_count`,
  from: `affiliate_agreement o JOIN affiliate_program p ON p.id = o.program_id`,
  conditions: { program_id: "o.program_id = :program_id" },
  orders: { version: "o.version", created_at: "o.created_at" },
  defaultOrder: "-version",
  id: ["o.version"],
}

/** The versions of a program's agreement, newest first. */
export async function listAgreements(sql: Sql, filters: Filters, page: PageRequest): Promise<PageOf<AgreementRow>> {
  const found = await readPage<Omit<AgreementRow, "html">, Filters>(sql, AGREEMENTS, filters, page)
  return { rows: found.rows.map((row) => ({ ...row, html: agreementHtml(row.text) })), count: found.count }
}
