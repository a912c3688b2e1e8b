import { plainText } from "../text/plain-text"
import { safeCell } from "../text/safe-cell"
import type { Campaign } from "./campaign"

/** What became of a click: nothing, a referral, or a referral with an order. */
export const CLICK_OUTCOMES = ["none", "registered", "ordered"] as const
export type ClickOutcome = (typeof CLICK_OUTCOMES)[number]

/** A click as the merchant's books want it. All but time, outcome and numbers is hostile text. */
export interface ListedClick extends Campaign {
  occurred_at: Date
  program_name: string
  affiliate_code: string
  page: string
  referrer: string | null
  outcome: ClickOutcome
  order_id: string | null
  order_display_id: number | null
}

export const CLICK_LIST_HEADER = [
  "occurred_at",
  "program",
  "affiliate_code",
  "page",
  "referrer",
  "utm_source",
  "utm_medium",
  "utm_campaign",
  "sub",
  "outcome",
  "order_number",
  "order_id",
]

const cell = (text: string | null): string => safeCell(plainText(text ?? ""))

export const clickListRow = (click: ListedClick): string[] => [
  click.occurred_at.toISOString(),
  safeCell(click.program_name),
  safeCell(click.affiliate_code),
  cell(click.page),
  cell(click.referrer),
  cell(click.utm_source),
  cell(click.utm_medium),
  cell(click.utm_campaign),
  cell(click.sub),
  click.outcome,
  click.order_display_id === null ? "" : String(click.order_display_id),
  safeCell(click.order_id ?? ""),
]
