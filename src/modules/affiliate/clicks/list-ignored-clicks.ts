import { z } from "@medusajs/framework/zod"

import { IGNORED_REASONS, type IgnoredReason } from "../../../domain/clicks/landing"
import type { Sql } from "../database/connection"
import { readPage, type Comparison, type Listing, type PageOf, type PageRequest } from "../database/page"
import { integer, oneOf, text } from "../database/row-check"

/** How many page views of a UTC day carried nothing to record, by reason. Of none of them anything is stored. */
export interface IgnoredClickRow {
  day: string
  reason: IgnoredReason
  count: number
}

export interface IgnoredClickFilters {
  day?: Comparison<string>
  reason?: string[]
}

const IGNORED: Listing<IgnoredClickFilters, IgnoredClickRow> = {
  row: z.strictObject({ day: text, reason: oneOf(...IGNORED_REASONS), count: integer }),
  fields: "ignored.day, ignored.reason, ignored.count",
  from: "affiliate_ignored_click ignored",
  conditions: { reason: "ignored.reason = ANY(:reason)" },
  orders: { day: "ignored.day", count: "ignored.count" },
  defaultOrder: "-day",
  neverNull: ["day", "count"],
  id: ["ignored.day", "ignored.reason"],
}

export const listIgnoredClicks = (sql: Sql, filters: IgnoredClickFilters, page: PageRequest): Promise<PageOf<IgnoredClickRow>> =>
  readPage(sql, IGNORED, filters, page)
