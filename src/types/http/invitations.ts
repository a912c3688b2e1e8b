import type { InvitationRefusal, InvitationStatus } from "../../domain/invitations/invitation"
import type { DecimalInput, ListParams, OneOrMany, PaginatedResponse, TimeFilter } from "./common"
import type { StoreAffiliateProgram } from "./programs"

export type AffiliateInvitationStatus = InvitationStatus
export type AffiliateInvitationRefusal = InvitationRefusal

export interface AdminAffiliateInvitation {
  id: string
  program_id: string
  program: { id: string; name: string; handle: string; timezone: string }
  email: string
  status: AffiliateInvitationStatus
  /** The rate that the affiliate begins with; null takes the program's. */
  commission_percent: string | null
  /** What the e-mail says beside the program's terms. */
  note: string | null
  expires_at: string
  created_by: string
  created_at: string
  accepted_at: string | null
  /** Who joined by it. */
  affiliate_id: string | null
  withdrawn_at: string | null
}

/** `GET /admin/affiliate-invitations` */
export interface AdminAffiliateInvitationListParams extends ListParams {
  id?: OneOrMany<string>
  program_id?: OneOrMany<string>
  status?: OneOrMany<AffiliateInvitationStatus>
  created_at?: TimeFilter
  expires_at?: TimeFilter
  /** E-mail. */
  q?: string
}

export interface AdminAffiliateInvitationListResponse extends PaginatedResponse {
  affiliate_invitations: AdminAffiliateInvitation[]
}

/** `POST /admin/affiliate-invitations`: at most 500 at once. */
export interface AdminInviteAffiliates {
  program_id: string
  invitations: { email: string; commission_percent?: DecimalInput | null; note?: string | null }[]
}

/** What became of each line, in their order. The links are told only here. */
export interface AdminInviteAffiliatesResponse {
  results: (
    | { email: string; outcome: "invited"; id: string; url: string; is_sent: boolean }
    | { email: string; outcome: "refused"; reason: AffiliateInvitationRefusal }
  )[]
}

/** `POST /admin/affiliate-invitations/:id/withdraw` */
export interface AdminAffiliateInvitationResponse {
  affiliate_invitation: AdminAffiliateInvitation
}

/** `POST /admin/affiliate-invitations/:id/resend` */
export interface AdminResendAffiliateInvitationResponse extends AdminAffiliateInvitationResponse {
  /** The new link; the former one no longer works. */
  url: string
  /** Whether the e-mail was handed to the store's provider. */
  is_sent: boolean
}

/** What the holder of a link is invited to. */
export interface StoreAffiliateInvitation {
  email: string
  /** Their own rate; null takes the program's. */
  commission_percent: string | null
  note: string | null
  expires_at: string
  program: Omit<StoreAffiliateProgram, "is_enrolled" | "affiliate"> | null
}

/** `POST /store/affiliates/invitations/read` */
export interface StoreReadAffiliateInvitation {
  token: string
}

export interface StoreAffiliateInvitationResponse {
  invitation: StoreAffiliateInvitation
}

/** `POST /store/affiliates/invitations/accept`; answers a `StoreAffiliateResponse`. */
export interface StoreAcceptAffiliateInvitation {
  token: string
  /** The version of the agreement that the customer accepts with it. */
  agreement_version?: number
}
