import { z } from "@medusajs/framework/zod"

import type { Evidence, OrderFacts } from "../../../domain/attribution/attribution"
import { hasEarlierOrder } from "./earlier-order"
import { rows, type Sql } from "../database/connection"
import { integer, oneOf, statement, text, time } from "../database/row-check"

/** An order, or a cart that may become one, with everything that touched it. */
export interface Subject extends OrderFacts {
  id: string
  evidence: Evidence[]
}

interface EvidenceRow {
  subject_id: string
  type: Evidence["type"]
  source: Evidence["source"]
  id: string
  occurred_at: Date
  affiliate_id: string
  code: string
  status: Evidence["affiliate"]["status"]
  customer_id: string
  email: string | null
  program_id: string
  program_status: Evidence["program"]["status"]
  starts_at: Date | null
  ends_at: Date | null
  sales_channel_ids: string[]
  attribution_model: Evidence["program"]["attribution_model"]
  attribution_window_days: number
  referral_period_months: number | null
}

const ORDERS = `
  SELECT o.id, o.created_at AS placed_at, o.customer_id, lower(o.email) AS email, o.sales_channel_id, link.cart_id,
         ${hasEarlierOrder(
           { customer_id: "o.customer_id", email: "o.email" },
           "(earlier_order.created_at, earlier_order.id) < (o.created_at, o.id)"
         )} AS has_earlier_order
  FROM "order" o
  LEFT JOIN order_cart link ON link.order_id = o.id AND link.deleted_at IS NULL
  WHERE o.id = ANY(:ids) AND NOT o.is_draft_order AND o.status <> 'draft' AND o.deleted_at IS NULL
  ORDER BY o.created_at, o.id`

const CARTS = `
  SELECT cart.id, :now::timestamptz AS placed_at, cart.customer_id, lower(cart.email) AS email, cart.sales_channel_id, cart.id AS cart_id,
         ${hasEarlierOrder({ customer_id: "cart.customer_id", email: "cart.email" }, "true")} AS has_earlier_order
  FROM cart WHERE cart.id = ANY(:ids) AND cart.deleted_at IS NULL`

/** A customer who registers with a click: the click is evidence, and so is any existing referral. */
const REGISTRATIONS = `
  SELECT customer.id, :now::timestamptz AS placed_at, customer.id AS customer_id, lower(customer.email) AS email, NULL::text AS cart_id,
         :click_id::text AS click_id,
         (SELECT program_channel.sales_channel_id FROM affiliate_click click
          JOIN affiliate_program_sales_channel program_channel ON program_channel.program_id = click.program_id
            AND program_channel.deleted_at IS NULL
          WHERE click.id = :click_id AND program_channel.sales_channel_id = ANY(:sales_channel_ids) LIMIT 1) AS sales_channel_id,
         ${hasEarlierOrder({ customer_id: "customer.id", email: "customer.email" }, "true")} AS has_earlier_order
  FROM customer WHERE customer.id = :customer_id AND customer.deleted_at IS NULL`

/**
 * When an order that was placed before a referral was set by hand begins to count in a program of captured payments: such a referral counts
 * for orders of open months, and the order's month is that of its first payment. Until there is one, the month lies ahead.
 */
const FIRST_CAPTURED = `
  SELECT coalesce((SELECT min(transaction.created_at) FROM order_transaction transaction
                   WHERE transaction.order_id = subject.id AND transaction.deleted_at IS NULL), 'infinity') AS at
  FROM affiliate_program_at(referral.program_id, subject.held_at) program_version
  WHERE referral.source = 'manual' AND referral.started_at > subject.placed_at AND program_version.commission_basis = 'captured'`

const EVIDENCE_ROW = z.strictObject({
  subject_id: text,
  type: oneOf("click", "promo_code", "referral"),
  source: oneOf("link", "promo_code", "manual"),
  id: text,
  occurred_at: time,
  affiliate_id: text,
  code: text,
  status: oneOf("pending", "active", "suspended", "rejected"),
  customer_id: text,
  email: text.nullable(),
  program_id: text,
  program_status: oneOf("active", "paused", "archived"),
  starts_at: time.nullable(),
  ends_at: time.nullable(),
  sales_channel_ids: z.array(text),
  attribution_model: oneOf("last_click", "first_click"),
  attribution_window_days: integer,
  referral_period_months: integer.nullable(),
})

/** What touched an order, with affiliate and program as they were at `held_at`. */
const WITH_SETTINGS = `
  SELECT touched.subject_id, touched.type, touched.source, touched.id, touched.occurred_at, affiliate.id AS affiliate_id, affiliate.code,
         affiliate_version.status, affiliate_version.customer_id, lower(customer.email) AS email, program.id AS program_id,
         program_version.status AS program_status, program_version.starts_at, program_version.ends_at, program_version.sales_channel_ids,
         program_version.attribution_model, program_version.attribution_window_days, program_version.referral_period_months
  FROM touched
  JOIN affiliate ON affiliate.id = touched.affiliate_id AND affiliate.deleted_at IS NULL
  JOIN affiliate_program program ON program.id = affiliate.program_id AND program.deleted_at IS NULL
  CROSS JOIN LATERAL affiliate_at(affiliate.id, touched.held_at) affiliate_version
  CROSS JOIN LATERAL affiliate_program_at(program.id, touched.held_at) program_version
  LEFT JOIN customer ON customer.id = affiliate_version.customer_id`

/**
 * Each subject's codes, referrals and clicks, all of them found through an index, with affiliate and program as they were when the order was
 * placed, however late it is decided. A discount that a link gave is no code: nobody typed it. Carts and registrations see them as they are
 * now, whatever the clock of the request says.
 */
const evidenceWith = (own: string) =>
  statement<EvidenceRow>(
    `
  WITH subjects AS (
    SELECT *, CASE WHEN :is_placed::boolean THEN placed_at ELSE 'infinity' END AS held_at
    FROM json_to_recordset(:subjects::json) AS subject(id text, cart_id text, customer_id text, email text, placed_at timestamptz, click_id text)
  ),
  touched AS (
    SELECT subject.id AS subject_id, subject.held_at, evidence.*
    FROM subjects subject
    CROSS JOIN LATERAL (
      SELECT CASE cart_attribution.source WHEN 'link' THEN 'click' ELSE 'promo_code' END AS type, cart_attribution.source,
             cart_attribution.source_id AS id, cart_attribution.affiliate_id, cart_attribution.occurred_at
      FROM affiliate_cart_attribution cart_attribution
      WHERE cart_attribution.cart_id = subject.cart_id AND cart_attribution.deleted_at IS NULL
      UNION ALL
      SELECT 'promo_code', 'promo_code', promo_code.id, promo_code.affiliate_id, subject.placed_at
      FROM order_promotion
      JOIN affiliate_promo_code promo_code ON promo_code.promotion_id = order_promotion.promotion_id AND promo_code.deleted_at IS NULL
      WHERE order_promotion.order_id = subject.id AND order_promotion.deleted_at IS NULL
        AND NOT EXISTS (SELECT 1 FROM affiliate_cart_attribution cart_attribution
                        WHERE cart_attribution.cart_id = subject.cart_id AND cart_attribution.deleted_at IS NULL
                          AND (cart_attribution.source_id = promo_code.id
                            OR (cart_attribution.affiliate_id = promo_code.affiliate_id AND cart_attribution.link_discount = 'offered')))
      UNION ALL
      SELECT 'referral', referral.source, referral.id, referral.affiliate_id, referral.started_at
      FROM (
        SELECT * FROM affiliate_referral WHERE email = subject.email AND deleted_at IS NULL
        UNION SELECT * FROM affiliate_referral WHERE customer_id = subject.customer_id AND deleted_at IS NULL
      ) referral
      LEFT JOIN LATERAL (${FIRST_CAPTURED}) captured ON true
      CROSS JOIN LATERAL (SELECT coalesce(captured.at, subject.placed_at) AS at) counted
      WHERE referral.started_at <= counted.at AND (referral.ended_at IS NULL OR referral.ended_at > counted.at)
      ${own}
    ) evidence
  )
  ${WITH_SETTINGS}
  ORDER BY touched.occurred_at, touched.id`,
    EVIDENCE_ROW
  )

/** Orders and carts keep what they need of a click, and never read the clicks themselves. */
const EVIDENCE = evidenceWith("")
const EVIDENCE_OF_REGISTRATIONS = evidenceWith(`
      UNION ALL
      SELECT 'click', 'link', click.id, click.affiliate_id, click.occurred_at FROM affiliate_click click WHERE click.id = subject.click_id`)

/** Affiliates with their programs, as they were when an order was placed. */
const SETTINGS_AT = statement<EvidenceRow>(
  `
  WITH touched AS (
    SELECT subject_id, affiliate_id, affiliate_id AS id, 'referral' AS type, 'link' AS source, held_at AS occurred_at, held_at
    FROM json_to_recordset(:given::json) AS given(subject_id text, affiliate_id text, held_at timestamptz)
  )
  ${WITH_SETTINGS}`,
  EVIDENCE_ROW
)

type Settings = Pick<Evidence, "program" | "affiliate">

/** By order and affiliate. */
export type SettingsAt = Map<string, Map<string, Settings>>

export async function loadSettings(sql: Sql, given: { subject_id: string; affiliate_id: string; held_at: Date }[]): Promise<SettingsAt> {
  const found: SettingsAt = new Map()
  if (given.length === 0) return found
  for (const row of await rows(sql, SETTINGS_AT, { given: JSON.stringify(given) })) {
    const { program, affiliate } = toEvidence(row)
    found.set(row.subject_id, (found.get(row.subject_id) ?? new Map<string, Settings>()).set(affiliate.id, { program, affiliate }))
  }
  return found
}

/** Loads orders with their evidence in two statements, however many orders there are, oldest first. Drafts are left out. */
export const loadOrders = (sql: Sql, ids: string[]): Promise<Subject[]> => load(sql, ORDERS, { ids }, true)

/** The same for carts, as if they were placed at `now`. */
export const loadCarts = (sql: Sql, ids: string[], now: Date): Promise<Subject[]> => load(sql, CARTS, { ids, now }, false)

/** The same for a customer who registers. */
export const loadRegistrations = (
  sql: Sql,
  bindings: { customer_id: string; click_id: string; sales_channel_ids: string[]; now: Date }
): Promise<Subject[]> => load(sql, REGISTRATIONS, { ...bindings }, false, EVIDENCE_OF_REGISTRATIONS)

async function load(
  sql: Sql,
  subjectsQuery: string,
  bindings: Record<string, unknown>,
  is_placed: boolean,
  evidence = EVIDENCE
): Promise<Subject[]> {
  const facts = await rows<Omit<Subject, "evidence">>(sql, subjectsQuery, bindings)
  const subjects = new Map(facts.map((fact) => [fact.id, { ...fact, evidence: [] as Evidence[] }]))
  for (const row of await rows(sql, evidence, { subjects: JSON.stringify(facts), is_placed })) {
    subjects.get(row.subject_id)?.evidence.push(toEvidence(row))
  }
  return [...subjects.values()]
}

const toEvidence = (row: EvidenceRow): Evidence => ({
  type: row.type,
  source: row.source,
  id: row.id,
  occurred_at: row.occurred_at,
  program: {
    id: row.program_id,
    status: row.program_status,
    starts_at: row.starts_at,
    ends_at: row.ends_at,
    sales_channel_ids: row.sales_channel_ids,
    attribution_model: row.attribution_model,
    attribution_window_days: row.attribution_window_days,
    referral_period_months: row.referral_period_months,
  },
  affiliate: { id: row.affiliate_id, code: row.code, status: row.status, customer_id: row.customer_id, email: row.email },
})
