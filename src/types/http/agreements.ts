import type { Comparison, ListParams, OneOrMany, PaginatedResponse, TimeFilter } from "./common"

/** One version of a program's agreement. */
export interface AdminAffiliateAgreement {
  version: number
  /** Markdown. */
  text: string
  /** Safe to put into a page. */
  html: string
  /** SHA-256 of the text. */
  text_hash: string
  created_at: string
  /** Whether it holds now. */
  is_current: boolean
  /** How many affiliates agree to it, those who withdrew left out. */
  acceptance_count: number
}

/** `GET /admin/affiliate-programs/:id/agreements` */
export interface AdminAffiliateAgreementListParams extends ListParams {
  version?: Comparison<number>
  created_at?: TimeFilter
}

export interface AdminAffiliateAgreementListResponse extends PaginatedResponse {
  agreements: AdminAffiliateAgreement[]
}

export interface AdminAffiliateAgreementAcceptance {
  id: string
  program_id: string
  affiliate_id: string
  affiliate_code: string
  customer_email: string | null
  version: number
  /** SHA-256 of the text that was accepted. */
  text_hash: string
  accepted_at: string
  accepted_by: string
  withdrawn_at: string | null
  withdrawn_by: string | null
  /** Whether it is the version that holds now. */
  is_current: boolean
}

/** `GET /admin/affiliate-agreement-acceptances` */
export interface AdminAffiliateAgreementAcceptanceListParams extends ListParams {
  program_id?: OneOrMany<string>
  affiliate_id?: OneOrMany<string>
  version?: Comparison<number>
  status?: OneOrMany<"accepted" | "withdrawn">
  accepted_at?: TimeFilter
  withdrawn_at?: TimeFilter
}

export interface AdminAffiliateAgreementAcceptanceListResponse extends PaginatedResponse {
  affiliate_agreement_acceptances: AdminAffiliateAgreementAcceptance[]
}

/** A version as one affiliate knows it. */
export interface OwnAffiliateAgreementVersion {
  version: number
  text_hash: string
  created_at: string
  /** When the affiliate agreed to it last; null when they never did. */
  accepted_at: string | null
  withdrawn_at: string | null
}

/** What an affiliate is asked to agree to, and what they have agreed to. */
export interface OwnAffiliateAgreement {
  /** The version that holds now, and its text. */
  version: number
  /** Markdown. */
  text: string
  /** Safe to put into a page. */
  html: string
  text_hash: string
  created_at: string
  /** The newest version that the affiliate agrees to, and since when; null when there is none. */
  accepted_version: number | null
  accepted_at: string | null
  /** Whether that is the version that holds now. */
  is_accepted: boolean
  /** Newest first, a hundred at most. */
  versions: OwnAffiliateAgreementVersion[]
}

/** `GET /admin/affiliates/:id/agreement`; `GET`, `POST`, `DELETE /store/affiliates/me/:id/agreement` */
export interface OwnAffiliateAgreementResponse {
  /** Null where the program has none. */
  agreement: OwnAffiliateAgreement | null
}

/** `POST /store/affiliates/me/:id/agreement` */
export interface StoreAcceptAffiliateAgreement {
  version: number
}
