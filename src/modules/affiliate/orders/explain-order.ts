import { z } from "@medusajs/framework/zod"

import type { KeptEvidence } from "../../../domain/attribution/attribution"
import type { ExplainedDecision, NamedAffiliate, OrderExplanation } from "../../../domain/orders/explanation/order-explanation"
import { isMailboxOf } from "../../../domain/text/email"
import { rows, type Sql } from "../database/connection"
import { explainCommissions, type UnnamedCommission } from "./explained-commissions"
import { isCurrentDecision } from "../attribution/current"
import { decimal, flag, integer, oneOf, statement, text, time } from "../database/row-check"

type Head = Omit<OrderExplanation, "affiliate" | "evidence" | "decisions" | "commissions" | "quarantine"> & {
  affiliate_id: string | null
  evidence: KeptEvidence[]
  email: string | null
}
interface KnownAffiliate extends NamedAffiliate {
  /** E-mails they have or had, and those of their payouts. */
  emails: string[]
}
type Quarantine = NonNullable<OrderExplanation["quarantine"]>
type UnnamedDecision = Omit<ExplainedDecision, "affiliate"> & { affiliate_id: string | null; timezone: string | null }

/** Since when and until when the order's rate was valid: versions that differ in other settings only are passed over. */
const RATE = `
  SELECT nullif(max(valid_from) FILTER (WHERE valid_from <= decision.placed_at), '-infinity') AS since,
         min(valid_from) FILTER (WHERE valid_from > decision.placed_at) AS until
  FROM (
    SELECT valid_from, commission_percent IS DISTINCT FROM lag(commission_percent) OVER (ORDER BY valid_from) AS is_change
    FROM (
      SELECT valid_from, commission_percent FROM affiliate_history
      WHERE affiliate_id = decision.affiliate_id AND decision.rate_source = 'affiliate'
      UNION ALL
      SELECT valid_from, commission_percent FROM affiliate_program_history
      WHERE program_id = decision.program_id AND decision.rate_source IN ('rules', 'program')
    ) version
  ) rate
  WHERE is_change`

/** There is no decision about a draft, an order from before the plugin, or one that no event and no reconciliation has reported yet. */
const EXPLANATION = statement<Head>(
  `
  SELECT o.id AS order_id, o.display_id AS order_display_id, o.email, coalesce(decision.outcome, 'none') AS outcome,
         coalesce(decision.reason, CASE WHEN draft.is_draft THEN 'draft_order' ELSE 'not_recorded_yet' END) AS reason,
         decision.program_id, program.name AS program_name, decision.affiliate_id, decision.source, decision.rate_percent::text,
         decision.rate_source, rate.since AS rate_since, rate.until AS rate_until, decision.commission_basis, decision.include_tax,
         decision.include_shipping,
         coalesce(decision.placed_at, CASE WHEN NOT draft.is_draft THEN o.created_at END) AS placed_at, decision.created_at AS decided_at,
         coalesce(decision.evidence, '[]') AS evidence,
         coalesce(program.timezone, (SELECT timezone FROM affiliate_program WHERE id = decision.evidence -> 0 ->> 'program_id'),
                  (SELECT timezone FROM affiliate_program WHERE deleted_at IS NULL ORDER BY number LIMIT 1), 'UTC') AS timezone
  FROM "order" o
  CROSS JOIN LATERAL (SELECT o.is_draft_order OR o.status = 'draft' AS is_draft) draft
  LEFT JOIN affiliate_attribution decision ON decision.order_id = o.id AND ${isCurrentDecision("decision")}
  LEFT JOIN affiliate_program program ON program.id = decision.program_id
  CROSS JOIN LATERAL (${RATE}) rate
  WHERE o.id = :order_id AND o.deleted_at IS NULL`,
  z.strictObject({
    order_id: text,
    order_display_id: integer.nullable(),
    email: text.nullable(),
    outcome: oneOf("attributed", "none"),
    reason: text,
    program_id: text.nullable(),
    program_name: text.nullable(),
    affiliate_id: text.nullable(),
    source: oneOf("link", "promo_code", "manual").nullable(),
    rate_percent: decimal.nullable(),
    rate_source: oneOf("affiliate", "rules", "program").nullable(),
    rate_since: time.nullable(),
    rate_until: time.nullable(),
    commission_basis: oneOf("placed", "captured").nullable(),
    include_tax: flag.nullable(),
    include_shipping: flag.nullable(),
    placed_at: time.nullable(),
    decided_at: time.nullable(),
    evidence: z.array(z.custom<KeptEvidence>()),
    timezone: text,
  })
)

/** Two arms, because the current decision and the superseded ones have partial indexes of their own. */
const DECISIONS = statement<UnnamedDecision>(
  `
  SELECT decision.id, decision.outcome, decision.reason, decision.source, decision.program_id, decision.affiliate_id,
         decision.rate_percent::text, decision.rate_source, decision.created_by,
         coalesce(nullif(concat_ws(' ', author.first_name, author.last_name), ''), author.email) AS created_by_name, decision.note,
         decision.created_at AS decided_at,
         decision.superseded_at, program.timezone
  FROM (
    SELECT * FROM affiliate_attribution decision WHERE order_id = :order_id AND ${isCurrentDecision("decision")}
    UNION ALL SELECT * FROM affiliate_attribution WHERE order_id = :order_id AND superseded_at IS NOT NULL AND deleted_at IS NULL
  ) decision
  LEFT JOIN affiliate_program program ON program.id = decision.program_id
  LEFT JOIN "user" author ON author.id = decision.created_by
  ORDER BY decision.superseded_at NULLS LAST, decision.id`,
  z.strictObject({
    id: text,
    outcome: oneOf("attributed", "none"),
    reason: text,
    source: oneOf("link", "promo_code", "manual").nullable(),
    program_id: text.nullable(),
    affiliate_id: text.nullable(),
    rate_percent: decimal.nullable(),
    rate_source: oneOf("affiliate", "rules", "program").nullable(),
    created_by: text.nullable(),
    created_by_name: text.nullable(),
    note: text.nullable(),
    decided_at: time,
    superseded_at: time.nullable(),
    timezone: text.nullable(),
  })
)

const QUARANTINE = statement<Quarantine>(
  `
  SELECT error, attempts, first_failed_at, last_failed_at FROM affiliate_quarantined_order
  WHERE order_id = :order_id AND resolved_at IS NULL AND deleted_at IS NULL`,
  z.strictObject({ error: text, attempts: integer, first_failed_at: time, last_failed_at: time })
)

const AFFILIATES = statement<KnownAffiliate>(
  `
  SELECT affiliate.id, affiliate.code, affiliate.number, nullif(concat_ws(' ', customer.first_name, customer.last_name), '') AS name,
         ARRAY(SELECT known.email FROM affiliate_known_email known WHERE known.customer_id = affiliate.customer_id
               UNION SELECT details.details ->> 'email' FROM affiliate_payout_details details
                     WHERE details.affiliate_id = affiliate.id AND details.details ->> 'email' IS NOT NULL) AS emails
  FROM affiliate LEFT JOIN customer ON customer.id = affiliate.customer_id WHERE affiliate.id = ANY(:ids)`,
  z.strictObject({ id: text, code: text, number: integer, name: text.nullable(), emails: z.array(text) })
)

/** Everything about any order: decisions, evidence, commissions and their ledger entries. Null when there is no such order. */
export async function explainOrder(sql: Sql, order_id: string): Promise<OrderExplanation | null> {
  const [head] = await rows(sql, EXPLANATION, { order_id })
  if (!head) return null
  const decisions = await rows(sql, DECISIONS, { order_id })
  const [quarantine] = await rows(sql, QUARANTINE, { order_id })
  const commissions = await explainCommissions(sql, order_id)
  return named(await readNames(sql, head, decisions, commissions), { ...head, quarantine: quarantine ?? null }, decisions, commissions)
}

async function readNames(
  sql: Sql,
  { evidence }: Head,
  ...others: { affiliate_id: string | null }[][]
): Promise<Map<string, KnownAffiliate>> {
  const ids = [...new Set([...evidence, ...others.flat()].map(({ affiliate_id }) => affiliate_id))].filter((id) => id !== null)
  const found = await rows(sql, AFFILIATES, { ids })
  return new Map(found.map((affiliate) => [affiliate.id, affiliate]))
}

/** An order that was taken from an affiliate keeps the time zone of that affiliate's program. */
function named(
  names: Map<string, KnownAffiliate>,
  { affiliate_id, email, ...head }: Head & Pick<OrderExplanation, "quarantine">,
  decisions: UnnamedDecision[],
  commissions: UnnamedCommission[]
): OrderExplanation {
  const nameOf = (id: string | null): NamedAffiliate | null => {
    const known = id === null ? undefined : names.get(id)
    return known ? { id: known.id, code: known.code, number: known.number, name: known.name } : null
  }
  const isOwnEmail = ({ affiliate_id: id, reason }: KeptEvidence): boolean =>
    email !== null && reason !== "self_referral" && isMailboxOf(email, names.get(id)?.emails ?? [])
  return {
    ...head,
    timezone: decisions.findLast(({ timezone }) => timezone)?.timezone ?? head.timezone,
    affiliate: nameOf(affiliate_id),
    evidence: head.evidence.map((item) => ({
      ...item,
      affiliate_name: nameOf(item.affiliate_id)?.name ?? null,
      flag: isOwnEmail(item) ? "affiliate_email" : null,
    })),
    decisions: decisions.map(({ timezone: _, affiliate_id: id, ...decision }) => ({ ...decision, affiliate: nameOf(id) })),
    commissions: commissions.map((row) => ({ ...row, affiliate_name: nameOf(row.affiliate_id)?.name ?? null })),
  }
}
