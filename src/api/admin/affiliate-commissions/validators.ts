import type { z } from "@medusajs/framework/zod"

import { listParams, oneOrMany, oneOrManyOf, searchText } from "../../utils/list-params"

export const AdminGetCommissions = listParams(["occurred_at", "period", "created_at"]).extend({
  id: oneOrMany(),
  affiliate_id: oneOrMany(),
  program_id: oneOrMany(),
  order_id: oneOrMany(),
  period: oneOrMany(),
  currency_code: oneOrMany(),
  kind: oneOrManyOf(["order", "edit", "return", "refund", "cancel", "claim", "exchange", "reassign"]),
  status: oneOrManyOf(["pending", "credited", "withheld"]),
  q: searchText(),
})
export type AdminGetCommissions = z.infer<typeof AdminGetCommissions>
