import type { z } from "@medusajs/framework/zod"

import { amounts, currencies, oneOrMany, oneOrManyOf, periods, searchText, times } from "../../utils/filters"
import { listParams } from "../../utils/list-params"

export const AdminGetCommissions = listParams(["occurred_at", "period", "created_at"]).extend({
  id: oneOrMany(),
  affiliate_id: oneOrMany(),
  program_id: oneOrMany(),
  order_id: oneOrMany(),
  currency_code: currencies(),
  kind: oneOrManyOf(["order", "edit", "return", "refund", "cancel", "claim", "exchange", "reassign"]),
  status: oneOrManyOf(["pending", "credited", "withheld"]),
  period: periods(),
  amount: amounts(),
  occurred_at: times(),
  created_at: times(),
  q: searchText(),
})
export type AdminGetCommissions = z.infer<typeof AdminGetCommissions>
