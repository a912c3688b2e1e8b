import { z } from "@medusajs/framework/zod"

import { agreementHtml } from "../../../domain/agreements/agreement-html"
import type { Sql } from "../database/connection"
import { currentVersion, isNotWithdrawn } from "./current-agreement"
import { readPage, type Bounds, type Comparison, type Listing, type PageOf, type PageRequest } from "../database/page"
import { flag, integer, text, time } from "../database/row-check"

export interface AgreementRow {
  version: number
  /** Markdown. */
  text: string
  /** Safe to put into a page. */
  html: string
  text_hash: string
  created_at: Date
  is_current: boolean
  /** How many affiliates accept it, without those who withdrew. */
  acceptance_count: number
}

export interface AgreementFilters {
  version?: Comparison<number>
  created_at?: Bounds<Date>
}

interface Filters extends AgreementFilters {
  program_id: string
}

const AGREEMENTS: Listing<Filters, Omit<AgreementRow, "html">> = {
  row: z.strictObject({ version: integer, text: text, text_hash: text, created_at: time, is_current: flag, acceptance_count: integer }),
  fields: `
    agreement.version, agreement.text, agreement.text_hash, agreement.created_at,
    agreement.version IS NOT DISTINCT FROM ${currentVersion("program")} AS is_current,
    (SELECT count(*)::int FROM affiliate_agreement_acceptance acceptance
     WHERE acceptance.program_id = agreement.program_id AND acceptance.version = agreement.version
       AND ${isNotWithdrawn("acceptance")}) AS acceptance_count`,
  from: `affiliate_agreement agreement JOIN affiliate_program program ON program.id = agreement.program_id`,
  conditions: { program_id: "agreement.program_id = :program_id" },
  orders: { version: "agreement.version", created_at: "agreement.created_at" },
  defaultOrder: "-version",
  id: ["agreement.version"],
}

/** The versions of a program's agreement, newest first. */
export async function listAgreements(sql: Sql, filters: Filters, page: PageRequest): Promise<PageOf<AgreementRow>> {
  const found = await readPage(sql, AGREEMENTS, filters, page)
  return { rows: found.rows.map((row) => ({ ...row, html: agreementHtml(row.text) })), count: found.count }
}
