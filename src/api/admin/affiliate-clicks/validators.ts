import { z } from "@medusajs/framework/zod"

import { CLICK_GROUPS } from "../../../domain/clicks/click-group"
import { CLICK_OUTCOMES } from "../../../domain/clicks/click-list"
import { IGNORED_REASONS } from "../../../domain/clicks/landing"
import { DECIMAL_SIGNS } from "../../../domain/text/csv-format"
import { days, oneOrMany, oneOrManyOf, oneOrManyWhole, searchText, times } from "../../utils/filters"
import { listParams, PageParams } from "../../utils/list-params"

const clickFilters = {
  id: oneOrMany(),
  program_id: oneOrMany(),
  affiliate_id: oneOrMany(),
  page: oneOrManyWhole(),
  referrer: oneOrManyWhole(),
  utm_source: oneOrManyWhole(),
  utm_medium: oneOrManyWhole(),
  utm_campaign: oneOrManyWhole(),
  sub: oneOrManyWhole(),
  outcome: oneOrManyOf(CLICK_OUTCOMES),
  occurred_at: times(),
  q: searchText(),
}

export const AdminGetClicks = listParams(["occurred_at"]).extend(clickFilters)
export type AdminGetClicks = z.infer<typeof AdminGetClicks>

export const AdminGetClickGroups = PageParams.extend({ by: z.enum(CLICK_GROUPS), ...clickFilters })
export type AdminGetClickGroups = z.infer<typeof AdminGetClickGroups>

/** The list's filters, without a page. */
export const AdminExportClicks = z.object({ decimal: z.enum(DECIMAL_SIGNS).default("point"), ...clickFilters })
export type AdminExportClicks = z.infer<typeof AdminExportClicks>

export const AdminGetIgnoredClicks = listParams(["day", "count"]).extend({ day: days(), reason: oneOrManyOf(IGNORED_REASONS) })
export type AdminGetIgnoredClicks = z.infer<typeof AdminGetIgnoredClicks>
