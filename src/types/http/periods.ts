import type { CloseRefusal } from "../../domain/periods/close-refusal"
import type { PeriodComparison } from "../../domain/periods/period-totals"
import type { DecimalSign } from "../../domain/text/csv-format"
import type { PeriodTotal } from "../../domain/periods/period-totals"
import type { ReplayedFigures, ReplayInput, ReplaySettings, ReplayTotal } from "../../domain/periods/replay"
import type { Serialized } from "../serialized"
import type { Comparison, ListParams, OneOrMany, PaginatedResponse, SelectParams, TimeFilter } from "./common"

/** Why a month cannot be closed, and the month that is named with it. */
export type AdminAffiliatePeriodCloseRefusal = CloseRefusal

export type AffiliatePeriodStatus = "open" | "closed"

/** What a month's close does, or would do, with a line. */
export type AffiliatePeriodOutcome = "credited" | "withheld"

/** A raise by tiers, a bonus, or what lies above the limit of an affiliate's month or above the program's budget. */
export type AffiliatePeriodCommissionKind = "tier" | "new_customer" | "welcome" | "limit" | "budget"

/** A month in one currency. `amount` is what is credited; what is withheld stands beside it. */
export type AdminAffiliatePeriodTotal = PeriodTotal

/** A month of a program: of a closed one what the close wrote, of an open one what it would write now. */
export interface AdminAffiliatePeriod {
  /** Null while nothing has been recorded in the month. */
  id: string | null
  program_id: string
  program_name: string
  /** `YYYY-MM` */
  period: string
  status: AffiliatePeriodStatus
  starts_at: string
  /** The first moment that no longer belongs to the month. */
  ends_at: string
  closed_at: string | null
  closed_by: string | null
  /** Why it cannot be closed now; null where it can be, or is closed. */
  close_refusal: AdminAffiliatePeriodCloseRefusal | null
  totals: AdminAffiliatePeriodTotal[]
}

/** Who earned something in a currency in the month before, and has no line in it now. */
export interface AdminAffiliatePeriodAbsentLine {
  affiliate_id: string
  affiliate_code: string
  currency_code: string
  previous_expense_amount: string
  /** What the affiliate earned in the month before, credited and withheld together. */
  previous_amount: string
  difference: string
}

/** An affiliate's month in one currency, beside the month before. */
export interface AdminAffiliatePeriodLine extends AdminAffiliatePeriodAbsentLine {
  expense_amount: string
  amount: string
  commission_count: number
  order_count: number
  outcome: AffiliatePeriodOutcome
  reason: string | null
  available_at: string
}

/** What tiers, bonuses or the limit of a month added to an affiliate's commissions, or took off them, and what it follows from. */
export interface AdminAffiliatePeriodCommission {
  affiliate_id: string
  affiliate_code: string
  currency_code: string
  kind: AffiliatePeriodCommissionKind
  /** Signed. The affiliate's line includes it. */
  amount: string
  /** The closed month that it brings up to date; null where it is of the month itself. */
  corrects_period: string | null
  outcome: AffiliatePeriodOutcome
  /** What was raised or limited; of a bonus, what one brings. */
  base_amount: string
  /** What tiers and bonuses count, and how much of it there is: for bonuses, first orders of new customers. */
  measure: "expenses" | "orders" | null
  measured: string | null
  /** The highest threshold that is reached, or the limit; null where none is any more. */
  threshold: string | null
  raise_percent: string | null
}

/** The month and the one before it in one currency. */
export type AdminAffiliatePeriodComparison = PeriodComparison

/** `totals` and `comparison` are those of the whole month, whichever of its rows are asked for. */
export interface AdminAffiliatePeriodDetail extends AdminAffiliatePeriod {
  lines: AdminAffiliatePeriodLine[]
  line_count: number
  absent: AdminAffiliatePeriodAbsentLine[]
  absent_count: number
  /** What tiers, bonuses and limits make of the month; the lines include it. */
  period_commissions: AdminAffiliatePeriodCommission[]
  period_commission_count: number
  comparison: AdminAffiliatePeriodComparison[]
  /** When the last reconciliation began: an open month holds every change until then, and those that events have brought since. */
  reconciled_at: string | null
}

/** `GET /admin/affiliate-periods` */
export interface AdminAffiliatePeriodListParams extends ListParams {
  program_id?: OneOrMany<string>
  period?: Comparison<string>
  status?: OneOrMany<AffiliatePeriodStatus>
  starts_at?: TimeFilter
  ends_at?: TimeFilter
  closed_at?: TimeFilter
}

export interface AdminAffiliatePeriodListResponse extends PaginatedResponse {
  affiliate_periods: AdminAffiliatePeriod[]
}

/** `GET /admin/affiliate-periods/:period` */
export interface AdminAffiliatePeriodParams extends SelectParams {
  /** May be left out while there is one program. */
  program_id?: string
  /** How many rows each of `lines`, `absent` and `period_commissions` has, at most 100. All of them are answered when it is left out. */
  limit?: number
  offset?: number
  /** Whose rows; everybody's when it is left out. */
  affiliate_id?: OneOrMany<string>
}

export interface AdminAffiliatePeriodResponse {
  affiliate_period: AdminAffiliatePeriodDetail
}

/** `GET /admin/affiliate-periods/:period/statements`, which answers a ZIP of PDFs, or a CSV with a row for each statement. */
export interface AdminExportAffiliatePeriodStatementsParams {
  /** May be left out while there is one program. */
  program_id?: string
  format: "zip" | "csv"
  /** How a CSV writes amounts: 62.40 (when absent) or 62,40. */
  decimal?: DecimalSign
}

/** `POST /admin/affiliate-periods/:period/statements`, which mails affiliates their statements, each once and at most 50 in a call. */
export interface AdminSendAffiliatePeriodStatements {
  /** May be left out while there is one program. */
  program_id?: string
}

export interface AdminSendAffiliatePeriodStatementsResponse {
  statements: {
    sent_count: number
    /** What the provider did not take. It is not tried again: the server's log says why. */
    failed_count: number
    /** What the next call sends. */
    waiting_count: number
    /** Whose affiliate has no e-mail, or has not accepted the current agreement. */
    left_out_count: number
  }
}

/** `POST /admin/affiliate-periods/:period/close` */
export interface AdminCloseAffiliatePeriod {
  /** Every program when absent. */
  program_id?: string
}

/** What a close found or did: the month as it stands now. */
export interface AdminClosedAffiliatePeriod {
  program_id: string
  period: string
  /** False when it had been closed before: then nothing was written. */
  closed: boolean
  status: AffiliatePeriodStatus
  closed_at: string | null
  closed_by: string | null
  totals: AdminAffiliatePeriodTotal[]
}

export interface AdminCloseAffiliatePeriodResponse {
  affiliate_periods: AdminClosedAffiliatePeriod[]
}

/** `POST /admin/affiliate-periods/:period/replay`. What is left out, or null, stays as it was recorded. */
export interface AdminReplayAffiliatePeriod extends Serialized<ReplayInput> {
  /** May be left out while there is one program. */
  program_id?: string
}

/** An affiliate's month in one currency: what is recorded, and what the other settings make of it. */
export interface AdminAffiliateReplayLine extends ReplayedFigures {
  affiliate_id: string
  affiliate_code: string
  order_count: number
  /** Orders whose difference is an estimate, because their recorded commissions can no longer be computed. */
  inexact_order_count: number
  difference: string
}

/** The same of all affiliates, by currency. */
export type AdminAffiliateReplayTotal = ReplayTotal

/** What a month would have paid under other settings. */
export interface AdminAffiliateReplay {
  program_id: string
  period: string
  status: AffiliatePeriodStatus
  settings: Serialized<ReplaySettings>
  lines: AdminAffiliateReplayLine[]
  totals: AdminAffiliateReplayTotal[]
}

export interface AdminReplayAffiliatePeriodResponse {
  affiliate_replay: AdminAffiliateReplay
}
