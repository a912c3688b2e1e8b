import { generateEntityId } from "@medusajs/framework/utils"

import { decideAttribution, type Decision, type Evidence } from "../../../domain/attribution/attribution"
import { ConcurrentChange } from "../database/concurrent-change"
import { rows, type Sql } from "../database/connection"
import { loadOrders, type Loaded, type Subject } from "./load-evidence"
import { UNDECIDED, type Undecided } from "./undecided-orders"
import { supersedeDecisions, writeDecisions, type DecisionRow } from "./write-decisions"

/** Another process made one of the same ties first: what we decided rests on a state that is gone. The caller starts again. */
export class ConcurrentReferral extends ConcurrentChange {
  constructor() {
    super("another process changed the customer's referral while this was decided")
  }
}

/** A tie that was just made, as the bus is told of it. */
export interface CreatedReferral {
  id: string
  program_id: string
  affiliate_id: string
}

/** What recording wrote about orders that had no decision. */
export interface Attributed {
  order_ids: string[]
  referrals: CreatedReferral[]
}

interface NewReferral {
  id: string
  program_id: string
  affiliate_id: string
  customer_id: string | null
  email: string
  source: "link" | "promo_code"
  source_id: string
  order_id: string
  started_at: Date
  ended_at: Date | null
  /**
   * The ties in this program that this one takes the place of. One person may have two: as account and by an e-mail that was another's
   * when that one's tie was made.
   */
  replaced_ids: string[]
}

/** Who changed a tie, when and why. */
interface Change {
  now: Date
  created_by?: string
  note?: string
}

interface CurrentDecision {
  order_id: string
  affiliate_id: string | null
}

/** By its id: a decision that an admin put in its place meanwhile stays, and ours finds no room. */
const SUPERSEDE_EARLY = `UPDATE affiliate_attribution SET superseded_at = :now, updated_at = :now WHERE id = ANY(:ids) AND superseded_at IS NULL`

const CURRENT = `
  SELECT order_id, affiliate_id FROM affiliate_attribution
  WHERE order_id = ANY(:ids) AND superseded_at IS NULL AND deleted_at IS NULL`

const inTheWay = (key: string): string => `
  SELECT r.id FROM affiliate_referral r
  WHERE r.program_id = n.program_id AND r.${key} = n.${key} AND r.ended_at IS NULL AND r.deleted_at IS NULL AND r.started_at <= n.started_at
    AND NOT EXISTS (SELECT 1 FROM affiliate a WHERE a.id = r.affiliate_id AND a.deleted_at IS NULL)`

/**
 * Only ties the decision knew are ended: one made meanwhile has to be met as a conflict below, not overwritten. A tie to an affiliate who was
 * deleted is no evidence, so no decision knows it; left living, it would be in the way of every attempt.
 */
const END_REFERRALS = `
  UPDATE affiliate_referral r SET ended_at = ended.at, updated_at = :now
  FROM (
    SELECT tie.id, min(n.started_at) AS at
    FROM json_to_recordset(:referrals::json)
           AS n(program_id text, email text, customer_id text, started_at timestamptz, replaced_ids text[])
    CROSS JOIN LATERAL (SELECT unnest(n.replaced_ids) AS id UNION ALL ${inTheWay("email")} UNION ALL ${inTheWay("customer_id")}) tie
    GROUP BY tie.id
  ) ended
  WHERE r.id = ended.id AND r.ended_at IS NULL`

/** An order recorded late may make a tie that began before the one that lives now: then it is history from the start. */
const INSERT_REFERRALS = `
  INSERT INTO affiliate_referral (id, program_id, affiliate_id, customer_id, email, source, source_id, order_id, started_at, ended_at)
  SELECT n.id, n.program_id, n.affiliate_id, n.customer_id, n.email, n.source, n.source_id, n.order_id, n.started_at,
         coalesce(n.ended_at, (
           SELECT min(r.started_at) FROM affiliate_referral r
           WHERE r.program_id = n.program_id AND (r.email = n.email OR r.customer_id = n.customer_id) AND r.deleted_at IS NULL
             AND r.started_at >= n.started_at AND NOT r.id = ANY(n.replaced_ids)))
  FROM json_to_recordset(:referrals::json) AS n(id text, program_id text, affiliate_id text, customer_id text, email text, source text,
         source_id text, order_id text, started_at timestamptz, ended_at timestamptz, replaced_ids text[])
  ON CONFLICT DO NOTHING RETURNING id`

/**
 * Decides, for the orders that have no decision yet or were decided before they were whole, who gets them; first orders make referrals. An order is decided together with the
 * undecided earlier ones of its person, oldest first: a tie one of them makes holds for the next, even when its own event was lost or is
 * still on its way. Runs inside the caller's transaction.
 *
 * @returns the orders decided, and the ties they made.
 * @throws ConcurrentReferral when a parallel writer made one of the ties first.
 */
export async function attributeOrders(sql: Sql, orderIds: string[], now: Date): Promise<Attributed> {
  const undecided = await rows<Undecided>(sql, UNDECIDED, { ids: orderIds })
  if (undecided.length === 0) return { order_ids: [], referrals: [] }
  const { decisions: all, referrals } = decideAll(
    await loadOrders(
      sql,
      undecided.map(({ id }) => id)
    )
  )
  const tooEarly = new Map(undecided.flatMap(({ id, decision_id }) => (decision_id ? [[id, decision_id] as const] : [])))
  const decisions = all.filter(({ order_id, reason }) => !tooEarly.has(order_id) || reason !== "no_evidence")
  if (referrals.length > 0) await createReferrals(sql, referrals, now)
  if (tooEarly.size > 0) await rows(sql, SUPERSEDE_EARLY, { ids: decisions.flatMap(({ order_id }) => tooEarly.get(order_id) ?? []), now })
  await writeDecisions(sql, decisions)
  return {
    order_ids: decisions.map(({ order_id }) => order_id),
    referrals: referrals.map(({ id, program_id, affiliate_id }) => ({ id, program_id, affiliate_id })),
  }
}

/**
 * Decides again after an admin changed a tie. A decision that falls on the same affiliate stands, with the rate it was made at; another
 * one supersedes it, with the author and the reason of the change. A decision made by hand stands too: it is not superseded, and then
 * there is no room for another. The sign of it is `reason` = `manual`, not `created_by`, which also names the author of a change of tie.
 * Runs inside the caller's transaction.
 */
export async function redecideOrders(sql: Sql, orderIds: string[], { now, ...author }: Change): Promise<void> {
  const standing = new Map((await rows<CurrentDecision>(sql, CURRENT, { ids: orderIds })).map((row) => [row.order_id, row.affiliate_id]))
  const { decisions } = decideAll(await loadOrders(sql, orderIds), { makesTies: false })
  const changed = decisions.filter(({ order_id, affiliate_id }) => standing.get(order_id) !== affiliate_id)
  const ids = changed.map(({ order_id }) => order_id)
  await supersedeDecisions(sql, ids, now)
  await writeDecisions(
    sql,
    changed.map((decision) => (standing.has(decision.order_id) ? { ...decision, ...author } : decision))
  )
}

async function createReferrals(sql: Sql, referrals: NewReferral[], now: Date): Promise<void> {
  const json = JSON.stringify(referrals)
  await rows(sql, END_REFERRALS, { referrals: json, now })
  const made = await rows<{ id: string }>(sql, INSERT_REFERRALS, { referrals: json })
  if (made.length < referrals.length) throw new ConcurrentReferral()
}

/** Without `makesTies` the ties that stand have the last word: a code on an older order does not make again the tie an admin replaced. */
function decideAll(loaded: Loaded, { makesTies = true } = {}): { decisions: DecisionRow[]; referrals: NewReferral[] } {
  const ties = new ReferralsOfBatch()
  const decisions = loaded.subjects.map((order) => {
    const living = order.evidence.filter(({ type }) => type === "referral")
    order.evidence = ties.addTo(order)
    const decision = decideAttribution(order, order.evidence)
    const referral = makesTies ? newReferral(order, decision, living) : null
    if (referral && decision.chosen) ties.make(referral, decision.chosen)
    return toRow(order, decision, referral, loaded)
  })
  return { decisions, referrals: ties.referrals }
}

/** Ties made by earlier orders of the batch: they hold for later ones, but are not in the database yet. */
class ReferralsOfBatch {
  readonly referrals: NewReferral[] = []
  private readonly byPerson = new Map<string, { referral: NewReferral; evidence: Evidence }[]>()

  addTo(order: Subject): Evidence[] {
    const made = [...new Set(personKeys(order).flatMap((key) => this.byPerson.get(key) ?? []))]
    const living = made.filter(({ referral }) => !referral.ended_at).map(({ evidence }) => evidence)
    const replaced = new Set(living.map(({ program }) => program.id))
    return [...order.evidence.filter(({ type, program }) => type !== "referral" || !replaced.has(program.id)), ...living]
  }

  make(referral: NewReferral, { program, affiliate }: Evidence): void {
    const { id, source, started_at } = referral
    const tie = { referral, evidence: { type: "referral" as const, source, id, program, affiliate, occurred_at: started_at } }
    for (const key of personKeys(referral)) {
      const made = this.byPerson.get(key) ?? []
      for (const former of made) {
        if (former.referral.program_id === program.id) former.referral.ended_at ??= started_at
      }
      this.byPerson.set(key, [...made, tie])
    }
    this.referrals.push(referral)
  }
}

const personKeys = ({ email, customer_id }: Pick<Subject, "email" | "customer_id">): string[] =>
  [email && `email ${email}`, customer_id && `customer ${customer_id}`].filter((key): key is string => !!key)

function newReferral(order: Subject, { chosen, makes_referral }: Decision, living: Evidence[]): NewReferral | null {
  if (!chosen || !makes_referral || !order.email) return null
  return {
    id: generateEntityId(undefined, "affref"),
    program_id: chosen.program.id,
    affiliate_id: chosen.affiliate.id,
    customer_id: order.customer_id,
    email: order.email,
    source: chosen.type === "click" ? "link" : "promo_code",
    source_id: chosen.id,
    order_id: order.id,
    started_at: order.placed_at,
    ended_at: null,
    replaced_ids: living.filter(({ program }) => program.id === chosen.program.id).map(({ id }) => id),
  }
}

function toRow(order: Subject, decision: Decision, referral: NewReferral | null, { programs }: Loaded): DecisionRow {
  const { chosen, reason, evaluated } = decision
  const program = chosen && programs.get(chosen.program.id)
  return {
    id: generateEntityId(undefined, "affattr"),
    order_id: order.id,
    email: order.email,
    customer_id: order.customer_id,
    outcome: chosen ? "attributed" : "none",
    reason,
    source: chosen?.source,
    program_id: chosen?.program.id,
    affiliate_id: chosen?.affiliate.id ?? null,
    referral_id:
      referral?.id ?? evaluated.find(({ evidence: e }) => e.type === "referral" && e.affiliate.id === chosen?.affiliate.id)?.evidence.id,
    commission_basis: program?.commission_basis,
    include_tax: program?.include_tax,
    include_shipping: program?.include_shipping,
    evidence: evaluated.map(({ evidence: e, verdict, reason: refused }) => ({
      type: e.type,
      id: e.id,
      program_id: e.program.id,
      affiliate_id: e.affiliate.id,
      affiliate_code: e.affiliate.code,
      occurred_at: e.occurred_at,
      verdict,
      reason: refused,
    })),
    placed_at: order.placed_at,
  }
}
