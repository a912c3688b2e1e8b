import { generateEntityId } from "@medusajs/framework/utils"

import { decideAttribution, type Decision, type Evidence } from "../../../domain/attribution/attribution"
import { ConcurrentChange } from "../database/concurrent-change"
import { rows, type Sql } from "../database/connection"
import { loadOrders, loadSettings, type SettingsAt, type Subject } from "./load-evidence"
import { lockPersonsOfOrders } from "./lock-persons"
import { UNDECIDED, type Undecided } from "./undecided-orders"
import { supersedeDecisions, writeDecisions, type DecisionRow } from "./write-decisions"
import { isCurrentDecision, isCurrentReferral } from "./current"

/** Another process created one of the same referrals first, so the decision rests on a state that is gone. The caller starts again. */
export class ConcurrentReferral extends ConcurrentChange {
  constructor() {
    super("another process changed the customer's referral while this was decided")
  }
}

/** A referral that was just created, as its event carries it. */
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
   * The referrals in this program that this one replaces. One person may have two: one by their account, and one by an e-mail that belonged
   * to somebody else when that person was referred.
   */
  replaced_ids: string[]
}

/** Who changed a referral, when and why. */
interface Change {
  program_id: string
  now: Date
  created_by?: string
  note?: string
}

interface CurrentDecision {
  id: string
  order_id: string
  affiliate_id: string | null
  is_kept: boolean
}

/** Locked, because an admin may be giving one of the orders away by hand. */
const CURRENT = `
  SELECT id, order_id, affiliate_id, reason = 'manual' OR coalesce(program_id <> :program_id, false) AS is_kept
  FROM affiliate_attribution decision WHERE order_id = ANY(:ids) AND ${isCurrentDecision("decision")} ORDER BY id FOR UPDATE`

const ofDeletedAffiliates = (key: string): string => `
  SELECT referral.id FROM affiliate_referral referral
  WHERE referral.program_id = given.program_id AND referral.${key} = given.${key} AND ${isCurrentReferral("referral")}
    AND referral.started_at <= given.started_at
    AND NOT EXISTS (SELECT 1 FROM affiliate WHERE affiliate.id = referral.affiliate_id AND affiliate.deleted_at IS NULL)`

/**
 * Ends only referrals that the decision has seen, so that one created meanwhile causes a conflict below and is not overwritten. A referral to
 * a deleted affiliate is no evidence, so no decision sees it; it is ended too, because otherwise it would conflict with every attempt.
 */
const END_REFERRALS = `
  UPDATE affiliate_referral referral SET ended_at = ended.at, updated_at = :now
  FROM (
    SELECT replaced.id, min(given.started_at) AS at
    FROM json_to_recordset(:referrals::json)
           AS given(program_id text, email text, customer_id text, started_at timestamptz, replaced_ids text[])
    CROSS JOIN LATERAL (
      SELECT unnest(given.replaced_ids) AS id UNION ALL ${ofDeletedAffiliates("email")} UNION ALL ${ofDeletedAffiliates("customer_id")}
    ) replaced
    GROUP BY replaced.id
  ) ended
  WHERE referral.id = ended.id AND referral.ended_at IS NULL`

/** An order that is recorded late may create a referral older than the current one: then it is written as already ended. */
const INSERT_REFERRALS = `
  INSERT INTO affiliate_referral (id, program_id, affiliate_id, customer_id, email, source, source_id, clicked_at, order_id, started_at, ended_at)
  SELECT given.id, given.program_id, given.affiliate_id, given.customer_id, given.email, given.source, given.source_id,
         CASE given.source WHEN 'link' THEN (SELECT click.occurred_at FROM affiliate_click click WHERE click.id = given.source_id) END,
         given.order_id, given.started_at,
         least(given.ended_at, (
           SELECT min(referral.started_at) FROM affiliate_referral referral
           WHERE referral.program_id = given.program_id AND (referral.email = given.email OR referral.customer_id = given.customer_id)
             AND referral.deleted_at IS NULL AND referral.started_at >= given.started_at AND NOT referral.id = ANY(given.replaced_ids)))
  FROM json_to_recordset(:referrals::json) AS given(id text, program_id text, affiliate_id text, customer_id text, email text, source text,
         source_id text, order_id text, started_at timestamptz, ended_at timestamptz, replaced_ids text[])
  ON CONFLICT DO NOTHING RETURNING id`

/**
 * Decides who gets the orders that have no decision yet, or were decided before they were complete; first orders create referrals. An order
 * is decided together with its person's earlier undecided orders, oldest first, so that a referral one of them creates holds for the next,
 * even when its own event was lost or has not arrived. Runs inside the caller's transaction.
 *
 * @returns the orders decided, and the referrals they created.
 * @throws ConcurrentChange when a parallel writer created one of the referrals or decisions first.
 */
export async function attributeOrders(sql: Sql, orderIds: string[], now: Date): Promise<Attributed> {
  const undecided = await rows<Undecided>(sql, UNDECIDED, { ids: orderIds })
  if (undecided.length === 0) return { order_ids: [], referrals: [] }
  const ids = undecided.map(({ id }) => id)
  await lockPersonsOfOrders(sql, ids)
  const orders = await loadOrders(sql, ids)
  const { decisions: all, referrals } = decideAll(orders, await loadSettings(sql, referralsAhead(orders)))
  const tooEarly = new Map(undecided.flatMap(({ id, decision_id }) => (decision_id ? [[id, decision_id] as const] : [])))
  const decisions = all.filter(({ order_id, reason }) => !tooEarly.has(order_id) || reason !== "no_evidence")
  if (referrals.length > 0) await createReferrals(sql, referrals, now)
  const superseded = decisions.flatMap(({ order_id }) => tooEarly.get(order_id) ?? [])
  if (superseded.length > 0) await supersedeDecisions(sql, superseded, now)
  await writeDecisions(sql, decisions)
  return {
    order_ids: decisions.map(({ order_id }) => order_id),
    referrals: referrals.map(({ id, program_id, affiliate_id }) => ({ id, program_id, affiliate_id })),
  }
}

/**
 * Decides orders again after an admin changed a referral. Where the affiliate stays the same, the decision stays current with its rate;
 * otherwise a new one supersedes it, with the author and the reason of the change. A decision made by hand stays current too (it is recognised
 * by `reason` = `manual`, because `created_by` also names who changed a referral), and so does one for another program's affiliate: a referral
 * in this program takes nothing away from that one. Runs inside the caller's transaction.
 *
 * @throws ConcurrentChange when a parallel writer decided one of the orders first.
 */
export async function redecideOrders(sql: Sql, orderIds: string[], { program_id, now, ...author }: Change): Promise<void> {
  const current = new Map((await rows<CurrentDecision>(sql, CURRENT, { ids: orderIds, program_id })).map((row) => [row.order_id, row]))
  const open = orderIds.filter((id) => !current.get(id)?.is_kept)
  const { decisions } = decideAll(await loadOrders(sql, open))
  const changed = decisions.filter(({ order_id, affiliate_id }) => current.get(order_id)?.affiliate_id !== affiliate_id)
  const superseded = changed.flatMap(({ order_id }) => current.get(order_id)?.id ?? [])
  await supersedeDecisions(sql, superseded, now)
  await writeDecisions(
    sql,
    changed.map((decision) => (current.has(decision.order_id) ? { ...decision, ...author } : decision))
  )
}

async function createReferrals(sql: Sql, referrals: NewReferral[], now: Date): Promise<void> {
  const json = JSON.stringify(referrals)
  await rows(sql, END_REFERRALS, { referrals: json, now })
  const made = await rows<{ id: string }>(sql, INSERT_REFERRALS, { referrals: json })
  if (made.length < referrals.length) throw new ConcurrentReferral()
}

/**
 * Referrals that an earlier order of the same person may create, for each later order: an affiliate is judged by what held for that one, not
 * by what held when the referral began.
 */
function referralsAhead(orders: Subject[]): { subject_id: string; affiliate_id: string; held_at: Date }[] {
  const touched = new Map<string, Set<string>>()
  return orders.flatMap((order) => {
    const keys = personKeys(order)
    const before = new Set(keys.flatMap((key) => [...(touched.get(key) ?? [])]))
    const own = order.evidence.filter(({ type }) => type !== "referral").map(({ affiliate }) => affiliate.id)
    for (const key of keys) touched.set(key, new Set([...(touched.get(key) ?? []), ...own]))
    return [...before].map((affiliate_id) => ({ subject_id: order.id, affiliate_id, held_at: order.placed_at }))
  })
}

/** Without `settings`, existing referrals decide: a code on an older order does not create the referral again that an admin replaced. */
function decideAll(orders: Subject[], settings?: SettingsAt): { decisions: DecisionRow[]; referrals: NewReferral[] } {
  const none: SettingsAt = new Map()
  const batch = new ReferralsOfBatch(settings ?? none)
  const decisions = orders.map((order) => {
    const existing = order.evidence.filter(({ type }) => type === "referral")
    order.evidence = batch.addTo(order)
    const decision = decideAttribution(order, order.evidence)
    const referral = settings ? newReferral(order, decision, existing) : null
    if (referral && decision.chosen) batch.add(referral, decision.chosen)
    return toRow(order, decision, referral)
  })
  return { decisions, referrals: batch.referrals }
}

/**
 * Referrals that earlier orders of the batch create: they hold for later ones, but are not in the database yet. One that is older than a
 * referral there is over when that one begins.
 */
class ReferralsOfBatch {
  readonly referrals: NewReferral[] = []
  private readonly byPerson = new Map<string, { referral: NewReferral; evidence: Evidence }[]>()

  constructor(private readonly settings: SettingsAt) {}

  addTo(order: Subject): Evidence[] {
    const made = [...new Set(personKeys(order).flatMap((key) => this.byPerson.get(key) ?? []))]
    const known = order.evidence.filter(({ type }) => type === "referral")
    const isOver = ({ program, occurred_at }: Evidence) =>
      known.some((later) => later.program.id === program.id && later.occurred_at >= occurred_at && later.occurred_at <= order.placed_at)
    const current = made.flatMap(({ referral, evidence }) =>
      referral.ended_at || isOver(evidence) ? [] : [this.asHeldFor(order, evidence)]
    )
    const isReplaced = ({ type, program, occurred_at }: Evidence) =>
      type === "referral" && current.some((later) => later.program.id === program.id && later.occurred_at > occurred_at)
    return [...order.evidence.filter((item) => !isReplaced(item)), ...current]
  }

  private asHeldFor = (order: Subject, evidence: Evidence): Evidence => ({
    ...evidence,
    ...this.settings.get(order.id)?.get(evidence.affiliate.id),
  })

  add(referral: NewReferral, { program, affiliate }: Evidence): void {
    const { id, source, started_at } = referral
    const created = { referral, evidence: { type: "referral" as const, source, id, program, affiliate, occurred_at: started_at } }
    for (const key of personKeys(referral)) {
      const made = this.byPerson.get(key) ?? []
      for (const former of made) {
        if (former.referral.program_id === program.id) former.referral.ended_at ??= started_at
      }
      this.byPerson.set(key, [...made, created])
    }
    this.referrals.push(referral)
  }
}

const personKeys = ({ email, customer_id }: Pick<Subject, "email" | "customer_id">): string[] =>
  [email && `email ${email}`, customer_id && `customer ${customer_id}`].filter((key): key is string => !!key)

function newReferral(order: Subject, { chosen, makes_referral }: Decision, existing: Evidence[]): NewReferral | null {
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
    replaced_ids: existing.filter(({ program }) => program.id === chosen.program.id).map(({ id }) => id),
  }
}

function toRow(order: Subject, { chosen, reason, evaluated }: Decision, referral: NewReferral | null): DecisionRow {
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
    is_first_order: !order.has_earlier_order,
    placed_at: order.placed_at,
  }
}
