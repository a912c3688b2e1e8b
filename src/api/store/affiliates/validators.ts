import { z } from "@medusajs/framework/zod"

import { LONGEST_ANSWER } from "../../../domain/affiliates/application"
import { OWN_CLICK_GROUPS } from "../../../domain/clicks/click-group"
import { OPTIONAL_NOTIFICATIONS, type OptionalNotificationName } from "../../../domain/notifications/muted-notifications"
import { amounts, currencies, numbers, oneOrMany, oneOrManyOf, oneOrManyWhole, periods, times } from "../../utils/filters"
import { listParams, PageParams } from "../../utils/list-params"

export const StoreGetAffiliates = listParams(["number", "created_at"]).extend({
  program_id: oneOrMany(),
  status: oneOrManyOf(["pending", "active", "suspended", "rejected"]),
  number: numbers(),
  created_at: times(),
})
export type StoreGetAffiliates = z.infer<typeof StoreGetAffiliates>

const answer = z.object({ question: z.string().max(200), answer: z.string().max(LONGEST_ANSWER) })

export const StoreJoinProgram = z.object({
  program_id: z.string().min(1),
  agreement_version: z.number().int().min(1).optional(),
  application: z.array(answer).max(50).optional(),
})
export type StoreJoinProgram = z.infer<typeof StoreJoinProgram>

const token = z.string().min(1).max(200)

export const StoreReadInvitation = z.object({ token })
export type StoreReadInvitation = z.infer<typeof StoreReadInvitation>

export const StoreAcceptInvitation = z.object({ token, agreement_version: z.number().int().min(1).optional() })
export type StoreAcceptInvitation = z.infer<typeof StoreAcceptInvitation>

export const StoreAcceptAgreement = z.object({ version: z.number().int().min(1) })
export type StoreAcceptAgreement = z.infer<typeof StoreAcceptAgreement>

const choices = Object.fromEntries(OPTIONAL_NOTIFICATIONS.map((name) => [name, z.boolean().optional()] as const))

export const StoreChangeNotifications = z.object(choices as Record<OptionalNotificationName, z.ZodOptional<z.ZodBoolean>>)
export type StoreChangeNotifications = z.infer<typeof StoreChangeNotifications>

export const StoreGetClicks = PageParams.extend({
  by: z.enum(OWN_CLICK_GROUPS).default("day"),
  page: oneOrManyWhole(),
  sub: oneOrManyWhole(),
  occurred_at: times(),
})
export type StoreGetClicks = z.infer<typeof StoreGetClicks>

export const StoreGetReferrals = listParams(["started_at", "registered_at", "ended_at"]).extend({
  source: oneOrManyOf(["link", "promo_code", "manual"]),
  status: oneOrManyOf(["active", "ended"]),
  started_at: times(),
  registered_at: times(),
  ended_at: times(),
})
export type StoreGetReferrals = z.infer<typeof StoreGetReferrals>

export const StoreGetCommissions = listParams(["occurred_at", "period"]).extend({
  currency_code: currencies(),
  status: oneOrManyOf(["pending", "credited", "withheld"]),
  period: periods(),
  amount: amounts(),
  occurred_at: times(),
})
export type StoreGetCommissions = z.infer<typeof StoreGetCommissions>

export const StoreGetLedger = listParams(["occurred_at", "available_at", "period"]).extend({
  currency_code: currencies(),
  source_type: oneOrManyOf(["period_line", "adjustment", "payout", "payout_reversal"]),
  period: periods(),
  amount: amounts(),
  occurred_at: times(),
  available_at: times(),
})
export type StoreGetLedger = z.infer<typeof StoreGetLedger>

export const StoreGetPayouts = listParams(["number", "created_at", "ended_at"]).extend({
  status: oneOrManyOf(["processing", "paid", "failed", "canceled"]),
  currency_code: currencies(),
  number: numbers(),
  amount: amounts(),
  created_at: times(),
  ended_at: times(),
})
export type StoreGetPayouts = z.infer<typeof StoreGetPayouts>
