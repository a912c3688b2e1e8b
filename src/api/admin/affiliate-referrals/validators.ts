import type { z } from "@medusajs/framework/zod"

import { flag, listParams, oneOrMany, oneOrManyOf, searchText } from "../../utils/list-params"

export const AdminGetReferrals = listParams(["started_at", "ended_at", "created_at", "email"]).extend({
  id: oneOrMany(),
  program_id: oneOrMany(),
  affiliate_id: oneOrMany(),
  customer_id: oneOrMany(),
  source: oneOrManyOf(["link", "promo_code", "manual"]),
  active: flag(),
  q: searchText(),
})
export type AdminGetReferrals = z.infer<typeof AdminGetReferrals>
