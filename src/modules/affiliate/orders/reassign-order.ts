import { generateEntityId } from "@medusajs/framework/utils"

import { overruleEvidence, type KeptEvidence } from "../../../domain/attribution/attribution"
import { InvalidInput } from "../../../domain/errors"
import { requireReason } from "../../../domain/text/plain-text"
import { isCurrentDecision } from "../attribution/current"
import { rows, type Sql } from "../database/connection"
import { OrderRefused } from "../database/refusals"
import { attributeOrders, type Attributed } from "../attribution/attribute-orders"
import { releaseOrders } from "./quarantine"
import { recordCommissions } from "../commissions/record-commissions"
import { requireAffiliate, type Candidate } from "../affiliates/require-affiliate"
import { supersedeDecisions, writeDecisions, type DecisionRow } from "../attribution/write-decisions"
import { notFound } from "../database/not-found"

export interface Reassignment {
  order_id: string
  /** Null: the order earns for nobody. */
  affiliate_id: string | null
  reason: string
  /** The user who decided it. */
  created_by: string
  now: Date
}

interface Order {
  customer_id: string | null
  email: string | null
  is_draft: boolean
}

interface CurrentDecision extends Omit<Order, "is_draft"> {
  id: string
  affiliate_id: string | null
  placed_at: Date
  evidence: KeptEvidence[]
}

const ORDER = `
  SELECT customer_id, lower(email) AS email, is_draft_order OR status = 'draft' AS is_draft
  FROM "order" WHERE id = :order_id AND deleted_at IS NULL`

const CURRENT = `
  SELECT id, affiliate_id, customer_id, email, placed_at, evidence FROM affiliate_attribution
  WHERE order_id = :order_id AND ${isCurrentDecision("affiliate_attribution")} FOR UPDATE`

/**
 * Gives an order to another affiliate, or to none, by hand. The former decision keeps its row, what the former affiliate earned from the order
 * is reversed, and the new one earns it by the rate and settings that were theirs when the order was placed. The same affiliate again changes nothing.
 * Runs inside the caller's transaction.
 *
 * An order that was never recorded is decided by the rules first: the referrals it makes and the history it leaves do not depend on whether
 * the admin was faster than the event.
 *
 * @returns the shopper's earlier orders that were decided along with this one, and are to be recorded (one that cannot be must not hold up
 * the admin), and the referrals the rules made.
 * @throws InvalidInput naming the field, NOT_FOUND for an unknown order or affiliate.
 */
export async function reassignOrder(sql: Sql, change: Reassignment): Promise<Attributed> {
  const { order_id, affiliate_id, now } = change
  const reason = requireReason(change.reason)
  const order = await requireOrder(sql, order_id)
  const affiliate = affiliate_id === null ? null : await requireAffiliate(sql, affiliate_id, order, ["active", "paused"])

  const { order_ids: decided, referrals } = await attributeOrders(sql, [order_id], now)
  const current = await lockCurrentDecision(sql, order_id)
  const isNew = current.affiliate_id !== affiliate_id
  if (isNew) {
    await supersedeDecisions(sql, [current.id], now)
    await writeDecisions(sql, [decisionByHand(current, affiliate, { ...change, reason })])
  }
  if (isNew || decided.includes(order_id)) await record(sql, order_id, now)
  return { order_ids: decided.filter((id) => id !== order_id), referrals }
}

async function record(sql: Sql, order_id: string, now: Date): Promise<void> {
  try {
    await recordCommissions(sql, [order_id], now)
  } catch (error) {
    throw error instanceof OrderRefused ? new InvalidInput("order_id", `the order cannot be recorded: ${error.message}`) : error
  }
  await releaseOrders(sql, [order_id], now)
}

async function requireOrder(sql: Sql, order_id: string): Promise<Order> {
  const [order] = await rows<Order>(sql, ORDER, { order_id })
  if (!order) throw notFound("Order", order_id)
  if (order.is_draft) throw new InvalidInput("order_id", "a draft order earns for nobody before it is placed")
  return order
}

/**
 * Locks the current decision, so that nobody else can replace it. Of two admins at once the second waits here until that decision is
 * superseded, and then reads the one that is current now.
 */
async function lockCurrentDecision(sql: Sql, order_id: string): Promise<CurrentDecision> {
  const [current] = await rows<CurrentDecision>(sql, CURRENT, { order_id })
  return current ?? lockCurrentDecision(sql, order_id)
}

/** Person, time and evidence are those of the decision it supersedes. */
function decisionByHand(
  current: CurrentDecision,
  affiliate: Candidate | null,
  { order_id, reason, created_by }: Reassignment
): DecisionRow {
  const { customer_id, email, placed_at, evidence } = current
  return {
    id: generateEntityId(undefined, "affattr"),
    order_id,
    email,
    customer_id,
    placed_at,
    outcome: affiliate ? "attributed" : "none",
    reason: "manual",
    source: "manual",
    program_id: affiliate?.program_id,
    affiliate_id: affiliate?.id ?? null,
    referral_id: evidence.find(({ type, affiliate_id }) => type === "referral" && affiliate_id === affiliate?.id)?.id,
    evidence: overruleEvidence(evidence),
    created_by,
    note: reason,
  }
}
