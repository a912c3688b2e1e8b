import type { NotificationName, NotificationSetting } from "../../domain/notifications/notification-settings"
import type { CommissionTiers, CommissionTiersInput } from "../../domain/programs/commission-tiers"
import type { Creative } from "../../domain/programs/creatives"
import type { ProgramInput, ProgramSettings } from "../../domain/programs/program-settings"
import type { SettingsWith } from "../../domain/programs/settings"
import type { StatementSettings } from "../../domain/statements/statement-settings"
import type { Serialized } from "../serialized"
import type { AdminAffiliate } from "./affiliates"
import type { Comparison, ListParams, OneOrMany, PaginatedResponse, TimeFilter } from "./common"

/** A banner that affiliates may put on their pages. */
export type AffiliateCreative = Creative

/** What raises the commissions of an affiliate's month. */
export type AffiliateCommissionTiers = CommissionTiers

export type AffiliateProgramStatus = ProgramSettings["status"]

/** A program's settings. Percentages are percent: "10" is 10 %. */
export type AdminAffiliateProgramSettings = Serialized<ProgramSettings>

export interface AdminAffiliateProgram extends AdminAffiliateProgramSettings {
  id: string
  number: number
  created_at: string
  updated_at: string
}

export interface AdminAffiliateProgramDetail extends AdminAffiliateProgram {
  /** Of any status. */
  affiliate_count: number
  /** Promo codes that a promotion of the store has as well, letter by letter: they give no discount of the program. At most a hundred. */
  taken_promo_codes: string[]
}

/** `GET /admin/affiliate-programs` */
export interface AdminAffiliateProgramListParams extends ListParams {
  id?: OneOrMany<string>
  handle?: OneOrMany<string>
  status?: OneOrMany<AffiliateProgramStatus>
  number?: Comparison<number>
  /** Name or handle. */
  q?: string
  created_at?: TimeFilter
  updated_at?: TimeFilter
}

export interface AdminAffiliateProgramListResponse extends PaginatedResponse {
  affiliate_programs: AdminAffiliateProgram[]
}

/** `GET /admin/affiliate-programs/:id`, and what creating and updating answer. */
export interface AdminAffiliateProgramResponse {
  affiliate_program: AdminAffiliateProgramDetail
}

/** `POST /admin/affiliate-programs/:id`. What is left out stays as it is. */
export interface AdminUpdateAffiliateProgram
  extends Serialized<Omit<ProgramInput, "statement_settings" | "notifications" | "creatives" | "commission_tiers">> {
  commission_tiers?: CommissionTiersInput | null
  creatives?: AffiliateCreative[] | null
  statement_settings?: Partial<StatementSettings> | null
  notifications?: Partial<Record<NotificationName, Partial<NotificationSetting>>> | null
}

/** `POST /admin/affiliate-programs` */
export type AdminCreateAffiliateProgram = AdminUpdateAffiliateProgram &
  Required<Pick<AdminUpdateAffiliateProgram, SettingsWith<{ required: true }>>>

/** A program's terms, as the customers who may join it see them. */
export interface StoreAffiliateProgram extends Pick<AdminAffiliateProgram, "id" | "number" | SettingsWith<{ audience: "affiliate" }>> {
  /** The agreement that holds now; version, text and HTML belong together. Null where the program has none. */
  agreement_version: number | null
  /** Markdown. */
  agreement_text: string | null
  /** Safe to put into a page. */
  agreement_html: string | null
  is_enrolled: boolean
  affiliate: Pick<AdminAffiliate, "id" | "number" | "code" | "status"> | null
}

/** `GET /store/affiliate-programs` */
export interface StoreAffiliateProgramListResponse extends PaginatedResponse {
  affiliate_programs: StoreAffiliateProgram[]
}
