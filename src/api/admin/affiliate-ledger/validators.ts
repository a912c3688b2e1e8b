import type { z } from "@medusajs/framework/zod"

import { listParams, oneOrMany, oneOrManyOf } from "../../utils/list-params"

export const AdminGetLedgerEntries = listParams(["occurred_at", "available_at", "id"]).extend({
  affiliate_id: oneOrMany(),
  program_id: oneOrMany(),
  account: oneOrManyOf(["affiliate", "program_expense", "payout"]),
  source_type: oneOrMany(),
  currency_code: oneOrMany(),
  period: oneOrMany(),
})
export type AdminGetLedgerEntries = z.infer<typeof AdminGetLedgerEntries>
