import type { ListQuery, Page } from "./list"

/** One version of a program's agreement. */
export interface Agreement {
  version: number
  /** Markdown. */
  text: string
  /** The text as the API rendered it: safe to put into a page. */
  html: string
  text_hash: string
  created_at: string
  /** Whether it holds now. */
  is_current: boolean
  acceptance_count: number
}

export interface AgreementListResponse extends Page {
  agreements: Agreement[]
}

export interface AgreementAcceptance {
  id: string
  program_id: string
  affiliate_id: string
  affiliate_code: string
  customer_email: string | null
  version: number
  text_hash: string
  accepted_at: string
  accepted_by: string
  withdrawn_at: string | null
  withdrawn_by: string | null
  is_current: boolean
}

export interface AcceptanceListQuery extends ListQuery {
  program_id: string
  version?: string
  status?: string
}

export interface AcceptanceListResponse extends Page {
  agreement_acceptances: AgreementAcceptance[]
}

/** Where an affiliate stands with his program's agreement. */
export interface OwnAgreement {
  version: number
  created_at: string
  /** The newest version he agrees to; null when there is none. */
  accepted_version: number | null
  accepted_at: string | null
  /** Whether that is the version that holds now. */
  is_accepted: boolean
}

export interface OwnAgreementResponse {
  /** Null when the program has none. */
  agreement: OwnAgreement | null
}
