import type { z } from "@medusajs/framework/zod"

import { flag, oneOrMany, oneOrManyOf, searchText, times } from "../../utils/filters"
import { listParams } from "../../utils/list-params"

export const AdminGetReferrals = listParams(["started_at", "ended_at", "created_at", "email"]).extend({
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
})
export type AdminGetReferrals = z.infer<typeof AdminGetReferrals>
