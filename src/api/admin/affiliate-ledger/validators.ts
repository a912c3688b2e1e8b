import type { z } from "@medusajs/framework/zod"

import { amounts, currencies, oneOrMany, oneOrManyOf, periods, times } from "../../utils/filters"
import { listParams } from "../../utils/list-params"

export const AdminGetLedgerEntries = listParams(["occurred_at", "available_at", "period", "id"]).extend({
  affiliate_id: oneOrMany(),
  program_id: oneOrMany(),
  account: oneOrManyOf(["affiliate", "program_expense", "payout"]),
  source_type: oneOrManyOf(["period_line", "adjustment", "payout", "payout_reversal"]),
  currency_code: currencies(),
  period: periods(),
  amount: amounts(),
  occurred_at: times(),
  available_at: times(),
})
export type AdminGetLedgerEntries = z.infer<typeof AdminGetLedgerEntries>
