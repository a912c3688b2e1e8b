import { DateTime } from "luxon"

import { mailbox } from "../text/email"

/** What a decision needs to know of the order (or of the cart that may become one). */
export interface OrderFacts {
  placed_at: Date
  customer_id: string | null
  /** Lower case. */
  email: string | null
  sales_channel_id: string | null
  /** Whether the same person (account or guest) has an order before this one that is neither canceled nor a draft. */
  has_earlier_order: boolean
}

export interface ProgramRules {
  id: string
  status: "active" | "paused" | "archived"
  starts_at: Date | null
  ends_at: Date | null
  sales_channel_ids: string[]
  attribution_model: "last_click" | "first_click"
  attribution_window_days: number
  referral_period_months: number | null
}

export interface EvidenceAffiliate {
  id: string
  code: string
  status: "pending" | "active" | "suspended" | "rejected"
  customer_id: string
  email: string | null
}

/** A promo code, referral or click that touched an order, with its `id`; `source` is what made a referral. */
export interface Evidence {
  type: "promo_code" | "referral" | "click"
  source: "promo_code" | "link" | "manual"
  id: string
  program: ProgramRules
  affiliate: EvidenceAffiliate
  occurred_at: Date
}

/** Why a piece of evidence does not count, or an order earns for no affiliate. */
export type RefusalReason =
  | "program_not_running"
  | "other_sales_channel"
  | "affiliate_not_active"
  | "self_referral"
  | "not_first_order"
  | "already_referred"
  | "click_expired"
  | "referral_expired"

type DecisionReason = "promo_code" | "existing_referral" | "last_click" | "first_click"

interface EvaluatedEvidence {
  evidence: Evidence
  verdict: "chosen" | "not_chosen" | "refused"
  reason: RefusalReason | null
}

/** Evidence as a decision keeps it. Overruled: the rules had chosen it, and an admin gave the order to somebody by hand. */
export interface KeptEvidence {
  type: Evidence["type"]
  id: string
  program_id: string
  affiliate_id: string
  affiliate_code: string
  occurred_at: string
  verdict: EvaluatedEvidence["verdict"] | "overruled"
  reason: RefusalReason | null
}

export interface Decision {
  chosen: Evidence | null
  /** The rule that decided, or why no affiliate earns. */
  reason: DecisionReason | RefusalReason | "no_evidence"
  /** Whether the chosen evidence makes a new referral, which ends the one the customer had in that program. */
  makes_referral: boolean
  evaluated: EvaluatedEvidence[]
}

const DAY = 24 * 60 * 60 * 1000
const PRECEDENCE = ["promo_code", "referral", "click"] as const

/**
 * Decides who gets an order: a code typed on the first order, then an existing referral, then the last valid link within the window
 * (mission.md, "who gets the order"). Evidence is refused with a reason rather than dropped, so that the order can be explained.
 */
export function decideAttribution(order: OrderFacts, evidence: Evidence[]): Decision {
  const refused = new Map(evidence.map((item) => [item, refusal(item, order, evidence)]))
  const valid = evidence.filter((item) => refused.get(item) === null)
  const chosen = PRECEDENCE.map((type) => best(valid.filter((item) => item.type === type))).find((item) => item !== undefined) ?? null

  const evaluated = evidence.map((item): EvaluatedEvidence => {
    const reason = refused.get(item) ?? null
    return { evidence: item, reason, verdict: reason ? "refused" : item === chosen ? "chosen" : "not_chosen" }
  })
  return { chosen, reason: chosen ? rule(chosen) : mainRefusal(evaluated), makes_referral: makesReferral(chosen, evaluated), evaluated }
}

/** The evidence of an order that an admin gives to somebody by hand: none of it decides any longer. */
export const overruleEvidence = (evidence: KeptEvidence[]): KeptEvidence[] =>
  evidence.map((item) => (item.verdict === "chosen" ? { ...item, verdict: "overruled" } : item))

/** Why this evidence cannot earn on this order; null when it can. */
export function refusal(item: Evidence, order: OrderFacts, all: Evidence[] = []): RefusalReason | null {
  const { program, affiliate } = item
  if (!isRunning(program, order.placed_at)) return "program_not_running"
  if (!coversChannel(program, order.sales_channel_id)) return "other_sales_channel"
  if (affiliate.status !== "active") return "affiliate_not_active"
  if (isSelfReferral(affiliate, order)) return "self_referral"
  switch (item.type) {
    case "promo_code":
      return order.has_earlier_order ? "not_first_order" : null
    case "referral":
      return isReferralExpired(item.occurred_at, program, order.placed_at) ? "referral_expired" : null
    case "click":
      if (order.has_earlier_order) return "not_first_order"
      if (all.some(({ type, program: { id } }) => type === "referral" && id === program.id)) return "already_referred"
      return isClickExpired(item, order.placed_at) ? "click_expired" : null
  }
}

/** Running means active and within `[starts_at, ends_at)`. */
export const isRunning = (program: Pick<ProgramRules, "status" | "starts_at" | "ends_at">, at: Date): boolean =>
  program.status === "active" && (!program.starts_at || program.starts_at <= at) && (!program.ends_at || at < program.ends_at)

/** A program bound to no sales channel covers all of them. */
export const coversChannel = (program: ProgramRules, salesChannelId: string | null): boolean =>
  program.sales_channel_ids.length === 0 || (salesChannelId !== null && program.sales_channel_ids.includes(salesChannelId))

/** Whether an affiliate would refer themselves: same customer, or the same mailbox in another spelling. */
export const isSelfReferral = (affiliate: EvidenceAffiliate, person: Pick<OrderFacts, "customer_id" | "email">): boolean =>
  affiliate.customer_id === person.customer_id ||
  (!!affiliate.email && !!person.email && mailbox(affiliate.email) === mailbox(person.email))

export const isClickExpired = ({ occurred_at, program }: Evidence, at: Date): boolean =>
  at.getTime() - occurred_at.getTime() > program.attribution_window_days * DAY

/** Whether a referral that began at an instant no longer earns at another. */
export function isReferralExpired(
  began_at: Date,
  { referral_period_months }: Pick<ProgramRules, "referral_period_months">,
  at: Date
): boolean {
  if (referral_period_months === null) return false
  return at >= DateTime.fromJSDate(began_at, { zone: "utc" }).plus({ months: referral_period_months }).toJSDate()
}

/** The latest wins, but within a first-click program the earliest click. Equal times fall back to the id, so that a decision repeats. */
function best(items: Evidence[]): Evidence | undefined {
  const sorted = [...items].sort(latestFirst)
  const latest = sorted[0]
  if (latest?.type !== "click" || latest.program.attribution_model === "last_click") return latest
  return sorted.filter(({ program }) => program.id === latest.program.id).at(-1)
}

const latestFirst = (a: Evidence, b: Evidence): number => b.occurred_at.getTime() - a.occurred_at.getTime() || (a.id < b.id ? 1 : -1)

const rule = ({ type, program }: Evidence): DecisionReason =>
  type === "promo_code" ? "promo_code" : type === "referral" ? "existing_referral" : program.attribution_model

/** Why no affiliate earns: the reason of the latest evidence of the strongest kind. */
function mainRefusal(evaluated: EvaluatedEvidence[]): RefusalReason | "no_evidence" {
  const sorted = [...evaluated].sort((a, b) => latestFirst(a.evidence, b.evidence))
  return PRECEDENCE.map((type) => sorted.find(({ evidence }) => evidence.type === type)?.reason).find((reason) => reason) ?? "no_evidence"
}

/** A code or link makes the referral, unless the customer already is that affiliate's. One that has expired is renewed. */
const makesReferral = (chosen: Evidence | null, evaluated: EvaluatedEvidence[]): boolean =>
  chosen !== null &&
  chosen.type !== "referral" &&
  !evaluated.some(
    ({ evidence, reason }) => evidence.type === "referral" && evidence.affiliate.id === chosen.affiliate.id && reason !== "referral_expired"
  )
