import { z } from "@medusajs/framework/zod"

import { DECIMAL_SIGNS } from "../../../domain/text/csv-format"
import { flag, oneOrMany, oneOrManyOf, searchText, times } from "../../utils/filters"
import { listParams } from "../../utils/list-params"

const referralFilters = {
  id: oneOrMany(),
  program_id: oneOrMany(),
  affiliate_id: oneOrMany(),
  customer_id: oneOrMany(),
  source: oneOrManyOf(["link", "promo_code", "manual"]),
  active: flag(),
  started_at: times(),
  ended_at: times(),
  created_at: times(),
  q: searchText(),
}

export const AdminGetReferrals = listParams(["started_at", "ended_at", "created_at", "email"]).extend(referralFilters)
export type AdminGetReferrals = z.infer<typeof AdminGetReferrals>

/** The list's filters, without a page. */
export const AdminExportReferrals = z.object({ decimal: z.enum(DECIMAL_SIGNS).default("point"), ...referralFilters })
export type AdminExportReferrals = z.infer<typeof AdminExportReferrals>
