import type { DetailsField } from "../../domain/payouts/details/details-form"
import type { PayoutFileFormat } from "../../domain/payouts/files"
import type { PayRunFile, PayRunGroup } from "../../domain/payouts/pay-run"
import type { RemainingReason } from "../../domain/payouts/payout-limits"
import type { NextPayout } from "../../domain/payouts/next-payouts"
import type { DecimalSign } from "../../domain/text/csv-format"
import type { PayoutRefusal, PayoutTotal } from "../../domain/payouts/payouts"
import type { Serialized } from "../serialized"
import type { Comparison, DecimalInput, ListParams, OneOrMany, PaginatedResponse, TimeFilter } from "./common"

export type AffiliatePayoutStatus = "processing" | "paid" | "failed" | "canceled"

/** Why an affiliate is not paid in a currency now. */
export type AffiliatePayoutRefusal = PayoutRefusal

/** Why part of a balance is not paid along. */
export type AffiliatePayoutRemainingReason = RemainingReason

export interface AdminAffiliatePayout {
  id: string
  number: number
  /** The round it was made in. */
  pay_run_id: string
  program_id: string
  program_name: string
  affiliate_id: string
  affiliate_code: string
  amount: string
  currency_code: string
  method: string
  /** When it last stood in a payment file. */
  exported_at: string | null
  /** When a provider was last asked to pay. */
  sent_at: string | null
  status: AffiliatePayoutStatus
  /** The bank's or provider's name for the transfer. */
  reference: string | null
  /** Why it failed or was canceled. */
  reason: string | null
  created_by: string
  created_at: string
  ended_by: string | null
  ended_at: string | null
}

export interface AdminAffiliatePayoutDetail extends AdminAffiliatePayout {
  /** What people may see of where it goes; empty where there are no details. */
  masked_details: string
}

/** The filters of the list and of `GET /admin/affiliate-payouts/export`. */
export interface AdminAffiliatePayoutFilters {
  id?: OneOrMany<string>
  pay_run_id?: OneOrMany<string>
  program_id?: OneOrMany<string>
  affiliate_id?: OneOrMany<string>
  status?: OneOrMany<AffiliatePayoutStatus>
  currency_code?: OneOrMany<string>
  method?: OneOrMany<string>
  /** Whether the affiliate gave the details that the method needs. */
  has_details?: boolean | "true" | "false"
  /** Whether it stood in a payment file. */
  is_exported?: boolean | "true" | "false"
  /** Whether it is the newest payout of its affiliate in its currency. */
  is_last?: boolean | "true" | "false"
  /** The payout's number or reference, or the affiliate's code, name or e-mail. */
  q?: string
  number?: Comparison<number>
  amount?: Comparison<DecimalInput>
  created_at?: TimeFilter
  sent_at?: TimeFilter
  ended_at?: TimeFilter
}

/** `GET /admin/affiliate-payouts` */
export interface AdminAffiliatePayoutListParams extends ListParams, AdminAffiliatePayoutFilters {}

/**
 * `GET /admin/affiliate-payouts/export`, which answers a CSV file, or XML (`sepa`). The header `x-affiliate-left-out` names the payouts that a
 * payment file cannot hold.
 */
export interface AdminExportAffiliatePayoutsParams extends AdminAffiliatePayoutFilters {
  format: "csv" | PayoutFileFormat
  /** How amounts are written: 62.40 (when absent) or 62,40. */
  decimal?: DecimalSign
}

export interface AdminAffiliatePayoutListResponse extends PaginatedResponse {
  affiliate_payouts: AdminAffiliatePayout[]
}

/** `GET /admin/affiliate-payouts/:id`, and what settling, failing, canceling and checking one answer. */
export interface AdminAffiliatePayoutResponse {
  affiliate_payout: AdminAffiliatePayoutDetail
}

/** The payouts of a run in one currency. */
export interface AdminAffiliatePayRunTotal {
  currency_code: string
  payout_count: number
  amount: string
  /** Those that are neither paid nor ended otherwise. */
  open_count: number
  open_amount: string
}

/** A round of payouts of a program. */
export interface AdminAffiliatePayRun {
  id: string
  number: number
  program_id: string
  program_name: string
  created_by: string
  created_at: string
  totals: AdminAffiliatePayRunTotal[]
}

/** A run by method and currency, and the files that pay what is open. */
export interface AdminAffiliatePayRunDetail extends AdminAffiliatePayRun {
  groups: PayRunGroup[]
  files: PayRunFile[]
}

export type AdminAffiliatePayRunFile = PayRunFile

/** `GET /admin/affiliate-pay-runs` */
export interface AdminAffiliatePayRunListParams extends ListParams {
  id?: OneOrMany<string>
  program_id?: OneOrMany<string>
  number?: Comparison<number>
  created_at?: TimeFilter
}

export interface AdminAffiliatePayRunListResponse extends PaginatedResponse {
  affiliate_pay_runs: AdminAffiliatePayRun[]
}

/** `GET /admin/affiliate-pay-runs/:id` */
export interface AdminAffiliatePayRunResponse {
  affiliate_pay_run: AdminAffiliatePayRunDetail
}

/** `GET /admin/affiliate-payouts/preview` */
export interface AdminPreviewAffiliatePayoutsParams {
  program_id: string
  /** Every currency when absent. */
  currency_code?: string
  /** Every active affiliate when absent. */
  affiliate_ids?: OneOrMany<string>
}

/** A payout that would be made now. */
export interface AdminPreviewedAffiliatePayout {
  affiliate_id: string
  affiliate_code: string
  /** Null of an affiliate who has no money in any currency; such an affiliate is never paid. */
  currency_code: string | null
  amount: string
  /** What stays on the balance because the method cannot carry it. */
  remaining: string
  /** Why; null where nothing remains. */
  remaining_reason: AffiliatePayoutRemainingReason | null
  method: string
  masked_details: string
}

/** Who is not paid, and why. */
export interface AdminSkippedAffiliatePayout {
  affiliate_id: string
  affiliate_code: string
  /** Null of an affiliate who has no money in any currency. */
  currency_code: string | null
  available: string
  method: string
  reason: AffiliatePayoutRefusal
}

/** What a round of payouts comes to in one currency. */
export type AdminAffiliatePayoutTotal = PayoutTotal

/** What paying out now would do. */
export interface AdminPreviewAffiliatePayoutsResponse {
  affiliate_payouts: AdminPreviewedAffiliatePayout[]
  skipped: AdminSkippedAffiliatePayout[]
  totals: AdminAffiliatePayoutTotal[]
  /** Handed in when the payouts are created, it makes exactly what was shown happen, or nothing. */
  fingerprint: string
}

/** `POST /admin/affiliate-payouts` */
export interface AdminCreateAffiliatePayouts {
  program_id: string
  currency_code?: string
  affiliate_ids?: string[]
  /** Of the preview that was confirmed. */
  fingerprint?: string
}

/** 201, or 200 where there is nobody to pay. */
export interface AdminCreateAffiliatePayoutsResponse {
  affiliate_payouts: AdminAffiliatePayout[]
  skipped: AdminSkippedAffiliatePayout[]
}

/** `POST /admin/affiliate-payouts/:id/settle` */
export interface AdminSettleAffiliatePayout {
  reference?: string | null
}

/** `POST /admin/affiliate-payouts/settle` */
export interface AdminSettleAffiliatePayouts extends AdminSettleAffiliatePayout {
  ids: string[]
}

export interface AdminSettleAffiliatePayoutsResponse {
  affiliate_payouts: AdminAffiliatePayout[]
}

/** `POST /admin/affiliate-payouts/:id/fail` */
export interface AdminEndAffiliatePayout {
  reason: string
}

/** `POST /admin/affiliate-payouts/:id/cancel` */
export interface AdminCancelAffiliatePayout extends AdminEndAffiliatePayout {
  /** Cancels it although it stands in a payment file; without it the answer is 409 `payout_exported`. */
  confirm_exported?: boolean
}

/** One thing that a payout method asks for. */
export type AffiliatePayoutMethodField = DetailsField

/** A way to pay affiliates that this store knows. */
export interface AdminAffiliatePayoutMethod {
  id: string
  /** Paid by a provider, without a person. */
  is_automatic: boolean
  /** Whether it works in this store now. */
  is_available: boolean
  fields: AffiliatePayoutMethodField[]
  /** The payment files that the method's payouts can be exported as. */
  file_formats: PayoutFileFormat[]
}

/** `GET /admin/affiliate-payout-methods` */
export interface AdminAffiliatePayoutMethodListResponse extends PaginatedResponse {
  affiliate_payout_methods: AdminAffiliatePayoutMethod[]
}

/** How an affiliate is paid, and what they may choose from. */
export interface OwnAffiliatePayoutMethod {
  /** What the affiliate chose while the program allows it, else the program's own. */
  method: string
  is_chosen: boolean
  has_details: boolean
  masked_details: string
  methods: { id: string; fields: AffiliatePayoutMethodField[] }[]
}

/** `GET`, `POST …/payout-method` */
export interface OwnAffiliatePayoutMethodResponse {
  payout_method: OwnAffiliatePayoutMethod
}

/** `POST …/payout-method` */
export interface ChooseAffiliatePayoutMethod {
  method: string
  details?: Record<string, unknown>
}

/** What an affiliate sees of a payout. The reason for which a merchant canceled one is left out. */
export interface StoreAffiliatePayout
  extends Pick<
    AdminAffiliatePayout,
    "id" | "number" | "amount" | "currency_code" | "method" | "status" | "reference" | "created_at" | "ended_at"
  > {
  failure_reason: string | null
}

/** `GET /store/affiliates/me/:id/payouts` */
export interface StoreAffiliatePayoutListParams extends ListParams {
  status?: OneOrMany<AffiliatePayoutStatus>
  currency_code?: OneOrMany<string>
  number?: Comparison<number>
  amount?: Comparison<DecimalInput>
  created_at?: TimeFilter
  ended_at?: TimeFilter
}

export interface StoreAffiliatePayoutListResponse extends PaginatedResponse {
  payouts: StoreAffiliatePayout[]
}

/** What an affiliate would be paid in a currency if the merchant paid now, and why not. */
export type StoreNextAffiliatePayout = Serialized<NextPayout>

/** `GET /store/affiliates/me/:id/next-payouts` */
export interface StoreNextAffiliatePayoutsResponse {
  next_payouts: StoreNextAffiliatePayout[]
}
