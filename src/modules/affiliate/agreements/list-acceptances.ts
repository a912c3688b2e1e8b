import type { Sql } from "../database/connection"
import { currentVersion } from "./current-agreement"
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
  /** Whether it is the version that holds now. */
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

const ACCEPTANCES: Listing<AgreementAcceptanceFilters> = {
  fields: `
    k.id, k.program_id, k.affiliate_id, a.code AS affiliate_code, c.email AS customer_email, k.version, k.text_hash, k.accepted_at,
    k.accepted_by, k.withdrawn_at, k.withdrawn_by, k.version IS NOT DISTINCT FROM ${currentVersion("p")} AS is_current`,
  from: `(SELECT * FROM affiliate_agreement_acceptance WHERE deleted_at IS NULL) k
    JOIN affiliate a ON a.id = k.affiliate_id
    JOIN affiliate_program p ON p.id = k.program_id
    LEFT JOIN customer c ON c.id = a.customer_id AND c.deleted_at IS NULL`,
  conditions: {
    program_id: "k.program_id = ANY(:program_id)",
    affiliate_id: "k.affiliate_id = ANY(:affiliate_id)",
    status: "CASE WHEN k.withdrawn_at IS NULL THEN 'accepted' ELSE 'withdrawn' END = ANY(:status)",
  },
  orders: { accepted_at: "k.accepted_at", withdrawn_at: "k.withdrawn_at", version: "k.version" },
  defaultOrder: "-accepted_at",
  id: ["k.id"],
}

/** Who accepted which version of which agreement, and who withdrew. */
export const listAgreementAcceptances = (
  sql: Sql,
  filters: AgreementAcceptanceFilters,
  page: PageRequest
): Promise<PageOf<AgreementAcceptanceRow>> => readPage(sql, ACCEPTANCES, filters, page)
