import { z } from "@medusajs/framework/zod"

import { listParams, oneOrMany, oneOrManyOf } from "../../utils/list-params"

export const StoreJoinProgram = z.object({ program_id: z.string().min(1), agreement_version: z.number().int().min(1).optional() })
export type StoreJoinProgram = z.infer<typeof StoreJoinProgram>

export const StoreAcceptAgreement = z.object({ version: z.number().int().min(1) })
export type StoreAcceptAgreement = z.infer<typeof StoreAcceptAgreement>

export const StoreGetReferrals = listParams(["started_at", "registered_at"])
export type StoreGetReferrals = z.infer<typeof StoreGetReferrals>

export const StoreGetCommissions = listParams(["occurred_at", "period"]).extend({
  period: oneOrMany(),
  currency_code: oneOrMany(),
  status: oneOrManyOf(["pending", "credited", "withheld"]),
})
export type StoreGetCommissions = z.infer<typeof StoreGetCommissions>

export const StoreGetLedger = listParams(["occurred_at"]).extend({ period: oneOrMany(), currency_code: oneOrMany() })
export type StoreGetLedger = z.infer<typeof StoreGetLedger>

export const StoreGetPayouts = listParams(["number", "created_at", "ended_at"]).extend({
  status: oneOrManyOf(["processing", "paid", "failed", "canceled"]),
  currency_code: oneOrMany(),
})
export type StoreGetPayouts = z.infer<typeof StoreGetPayouts>
