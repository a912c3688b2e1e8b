import type { NotificationSettings } from "../../domain/notifications/notification-settings"
import type { StatementSettings } from "../../domain/statements/statement-settings"
import type { Decimal, ListQuery, Page } from "./list"

export type ProgramStatus = "active" | "paused" | "archived"

/** The settings of a program. Percentages are percent: 10 is 10 %. */
export interface ProgramSettings {
  name: string
  handle: string
  status: ProgramStatus
  site_url: string
  link_parameter: string
  promo_code_template: string | null
  customer_discount_percent: Decimal | null
  commission_percent: Decimal
  commission_basis: "placed" | "captured"
  include_tax: boolean
  include_shipping: boolean
  eligible_customer_group_ids: string[]
  forbidden_customer_group_ids: string[]
  sales_channel_ids: string[]
  attribution_window_days: number
  attribution_model: "last_click" | "first_click"
  referral_period_months: number | null
  hold_period_days: number
  timezone: string
  starts_at: string | null
  ends_at: string | null
  auto_enroll: boolean
  requires_approval: boolean
  /** Markdown. */
  agreement_text: string | null
  agreement_required: boolean
  payout_method: string
  /** What affiliates may choose from, the program's own method included. */
  payout_methods: string[]
  payout_minimums: Record<string, Decimal> | null
  automatic_payouts: boolean
  statement_settings: StatementSettings
  notifications: NotificationSettings
  metadata: Record<string, unknown> | null
}

export interface Program extends ProgramSettings {
  id: string
  number: number
  created_at: string
}

export type ProgramPayload = Partial<Omit<ProgramSettings, "metadata">>

export interface ProgramListQuery extends ListQuery {
  status?: string
}

export interface ProgramResponse {
  affiliate_program: Program
}

export interface ProgramListResponse extends Page {
  affiliate_programs: Program[]
}
