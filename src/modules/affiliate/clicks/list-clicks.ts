import { z } from "@medusajs/framework/zod"

import type { Campaign } from "../../../domain/clicks/campaign"
import type { ClickOutcome, ListedClick } from "../../../domain/clicks/click-list"
import type { Sql } from "../database/connection"
import { readPage, withPattern, type Bounds, type PageOf, type PageRequest } from "../database/page"
import { readAll, type ReadableToEnd } from "../database/read-all"
import { decimal, integer, oneOf, text, time } from "../database/row-check"
import { findClicks, isSearched, withValues, type FoundFilters } from "./find-clicks"
import { FIRST_ORDER, MISSED, OUTCOME, outcomeFilter } from "./click-outcome"

/** A visit that carried an affiliate's code. Page, referrer and campaign are hostile text. */
export interface ClickRow extends Campaign {
  id: string
  occurred_at: Date
  program_id: string
  affiliate_id: string
  affiliate_code: string
  page: string
  referrer: string | null
  outcome: ClickOutcome
  /** Why it brought no order, where a cart or an order knew it. */
  reason: string | null
  /** The first order of whom it brought, and what that order is worth and earns now, decimal strings in major units. */
  order_id: string | null
  order_display_id: number | null
  currency_code: string | null
  expense_amount: string | null
  amount: string | null
}

export interface ClickFilters {
  id?: string[]
  program_id?: string[]
  affiliate_id?: string[]
  page?: string[]
  referrer?: string[]
  utm_source?: string[]
  utm_medium?: string[]
  utm_campaign?: string[]
  sub?: string[]
  outcome?: string[]
  occurred_at?: Bounds<Date>
  /** The affiliate's code, or a part of page or referrer. */
  q?: string
}

const FIELDS = `
  click.id, click.occurred_at, click.program_id, click.affiliate_id, affiliate.code AS affiliate_code, click.landing_url AS page,
  click.referrer, click.utm_source, click.utm_medium, click.utm_campaign, click.sub, ${OUTCOME} AS outcome, missed.reason,
  first_order.order_id, o.display_id AS order_display_id, earned.currency_code,
  affiliate_round(earned.expense_amount, earned.currency_code)::text AS expense_amount,
  affiliate_round(earned.amount, earned.currency_code)::text AS amount`

/** An order has one currency. */
const EARNED = `
  LEFT JOIN LATERAL (
    SELECT commission.currency_code, sum(commission.expense_amount) AS expense_amount, sum(commission.amount) AS amount
    FROM affiliate_commission commission
    WHERE commission.order_id = first_order.order_id AND commission.affiliate_id = click.affiliate_id
    GROUP BY commission.currency_code LIMIT 1
  ) earned ON true`

const CLICK_ROW = z.strictObject({
  id: text,
  occurred_at: time,
  program_id: text,
  affiliate_id: text,
  affiliate_code: text,
  page: text,
  referrer: text.nullable(),
  utm_source: text.nullable(),
  utm_medium: text.nullable(),
  utm_campaign: text.nullable(),
  sub: text.nullable(),
  outcome: oneOf("none", "registered", "ordered"),
  reason: text.nullable(),
  order_id: text.nullable(),
  order_display_id: integer.nullable(),
  currency_code: text.nullable(),
  expense_amount: decimal.nullable(),
  amount: decimal.nullable(),
})

const CLICKS: ReadableToEnd<ClickFilters, ClickRow> = {
  row: CLICK_ROW,
  fields: FIELDS,
  from: "affiliate_click click",
  joins: `JOIN affiliate ON affiliate.id = click.affiliate_id
    ${FIRST_ORDER} ${MISSED}
    LEFT JOIN "order" o ON o.id = first_order.order_id ${EARNED}`,
  conditions: {
    id: "click.id = ANY(:id)",
    program_id: "click.program_id = ANY(:program_id)",
    affiliate_id: "click.affiliate_id = ANY(:affiliate_id)",
    page: "click.landing_url = ANY(:page)",
    referrer: "click.referrer = ANY(:referrer)",
    utm_source: "click.utm_source = ANY(:utm_source)",
    utm_medium: "click.utm_medium = ANY(:utm_medium)",
    utm_campaign: "click.utm_campaign = ANY(:utm_campaign)",
    sub: "click.sub = ANY(:sub)",
    outcome: outcomeFilter,
    q: isSearched({}),
  },
  orders: { occurred_at: "click.occurred_at" },
  defaultOrder: "-occurred_at",
  neverNull: ["occurred_at"],
  id: ["click.id"],
  grows: true,
  key: [
    ["click.occurred_at", "timestamptz"],
    ["click.id", "text"],
  ],
}

/** The filters as they are looked for, and the conditions that say so. */
export async function searchClicks(
  sql: Sql,
  given: ClickFilters
): Promise<Pick<typeof CLICKS, "conditions" | "orders"> & { filters: FoundFilters }> {
  const filters = await withValues(sql, withPattern(given))
  return { filters, conditions: { ...CLICKS.conditions, q: isSearched(filters) }, orders: CLICKS.orders }
}

export async function listClicks(sql: Sql, given: ClickFilters, page: PageRequest): Promise<PageOf<ClickRow>> {
  const { filters, conditions } = await searchClicks(sql, given)
  return readPage<ClickRow, ClickFilters>(sql, { ...CLICKS, conditions, found: findClicks }, filters, page)
}

/** Clicks for a file, newest first, page by page. */
export async function* exportClicks(sql: Sql, given: ClickFilters): AsyncGenerator<ListedClick[]> {
  const { filters, conditions } = await searchClicks(sql, given)
  yield* readAll<ListedClick, ClickFilters>(
    sql,
    {
      ...CLICKS,
      conditions,
      row: CLICK_ROW.extend({ program_name: text }),
      fields: `${FIELDS}, program.name AS program_name`,
      joins: `${CLICKS.joins ?? ""} JOIN affiliate_program program ON program.id = click.program_id`,
    },
    filters
  )
}
