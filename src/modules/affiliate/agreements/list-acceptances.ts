import { z } from "@medusajs/framework/zod"

import type { Sql } from "../database/connection"
import { currentVersion } from "./current-agreement"
import { flag, integer, text, time } from "../database/row-check"
import { readPage, type Bounds, type Comparison, type Listing, type PageOf, type PageRequest } from "../database/page"

export interface AgreementAcceptanceRow {
  id: string
  program_id: string
  affiliate_id: string
  affiliate_code: string
  customer_email: string | null
  version: number
  /** The hash of the text that was accepted. */
  text_hash: string
  accepted_at: Date
  accepted_by: string
  withdrawn_at: Date | null
  withdrawn_by: string | null
  /** Whether it is the current version. */
  is_current: boolean
}

export interface AgreementAcceptanceFilters {
  program_id?: string[]
  affiliate_id?: string[]
  status?: ("accepted" | "withdrawn")[]
  version?: Comparison<number>
  accepted_at?: Bounds<Date>
  withdrawn_at?: Bounds<Date>
}

const ACCEPTANCES: Listing<AgreementAcceptanceFilters, AgreementAcceptanceRow> = {
  row: z.strictObject({
    id: text,
    program_id: text,
    affiliate_id: text,
    affiliate_code: text,
    customer_email: text.nullable(),
    version: integer,
    text_hash: text,
    accepted_at: time,
    accepted_by: text,
    withdrawn_at: time.nullable(),
    withdrawn_by: text.nullable(),
    is_current: flag,
  }),
  fields: `
    acceptance.id, acceptance.program_id, acceptance.affiliate_id, affiliate.code AS affiliate_code, customer.email AS customer_email,
    acceptance.version, acceptance.text_hash, acceptance.accepted_at, acceptance.accepted_by, acceptance.withdrawn_at, acceptance.withdrawn_by,
    acceptance.version IS NOT DISTINCT FROM ${currentVersion("program")} AS is_current`,
  from: `(SELECT * FROM affiliate_agreement_acceptance WHERE deleted_at IS NULL) acceptance
    JOIN affiliate ON affiliate.id = acceptance.affiliate_id
    JOIN affiliate_program program ON program.id = acceptance.program_id
    LEFT JOIN customer ON customer.id = affiliate.customer_id AND customer.deleted_at IS NULL`,
  conditions: {
    program_id: "acceptance.program_id = ANY(:program_id)",
    affiliate_id: "acceptance.affiliate_id = ANY(:affiliate_id)",
    status: "CASE WHEN acceptance.withdrawn_at IS NULL THEN 'accepted' ELSE 'withdrawn' END = ANY(:status)",
  },
  orders: { accepted_at: "acceptance.accepted_at", withdrawn_at: "acceptance.withdrawn_at", version: "acceptance.version" },
  defaultOrder: "-accepted_at",
  id: ["acceptance.id"],
}

/** Who accepted which version of which agreement, and who withdrew. */
export const listAgreementAcceptances = (
  sql: Sql,
  filters: AgreementAcceptanceFilters,
  page: PageRequest
): Promise<PageOf<AgreementAcceptanceRow>> => readPage(sql, ACCEPTANCES, filters, page)
