import type { Evidence, OrderFacts, ProgramRules } from "../../../domain/attribution/attribution"
import { hasEarlierOrder } from "./earlier-order"
import { rows, type Sql } from "../database/connection"

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
  program_id: string
  affiliate_id: string
  code: string
  status: Evidence["affiliate"]["status"]
  customer_id: string
  email: string | null
}

export interface Loaded {
  subjects: Subject[]
  programs: Map<string, LoadedProgram>
}

export interface LoadedProgram extends ProgramRules {
  commission_basis: "placed" | "captured"
  include_tax: boolean
  include_shipping: boolean
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

/** Each subject's codes, referrals and clicks, all of them found through an index. */
const EVIDENCE = `
  WITH subjects AS (
    SELECT * FROM json_to_recordset(:subjects::json)
      AS subject(id text, cart_id text, customer_id text, email text, placed_at timestamptz, click_id text)
  ),
  touched AS (
    SELECT subject.id AS subject_id, evidence.*
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
                        WHERE cart_attribution.cart_id = subject.cart_id AND cart_attribution.source_id = promo_code.id
                          AND cart_attribution.deleted_at IS NULL)
      UNION ALL
      SELECT 'referral', referral.source, referral.id, referral.affiliate_id, referral.started_at
      FROM (
        SELECT * FROM affiliate_referral WHERE email = subject.email AND deleted_at IS NULL
        UNION SELECT * FROM affiliate_referral WHERE customer_id = subject.customer_id AND deleted_at IS NULL
      ) referral
      WHERE referral.started_at <= subject.placed_at AND (referral.ended_at IS NULL OR referral.ended_at > subject.placed_at)
      UNION ALL
      SELECT 'click', 'link', click.id, click.affiliate_id, click.occurred_at FROM affiliate_click click WHERE click.id = subject.click_id
    ) evidence
  )
  SELECT touched.*, affiliate.program_id, affiliate.code, affiliate.status, affiliate.customer_id, lower(customer.email) AS email
  FROM touched
  JOIN affiliate ON affiliate.id = touched.affiliate_id AND affiliate.deleted_at IS NULL
  LEFT JOIN customer ON customer.id = affiliate.customer_id
  ORDER BY touched.occurred_at, touched.id`

const PROGRAMS = `
  SELECT program.id, program.status, program.starts_at, program.ends_at, program.attribution_model, program.attribution_window_days,
         program.referral_period_months, program.commission_basis, program.include_tax, program.include_shipping,
         coalesce(array_agg(program_channel.sales_channel_id) FILTER (WHERE program_channel.id IS NOT NULL), '{}') AS sales_channel_ids
  FROM affiliate_program program
  LEFT JOIN affiliate_program_sales_channel program_channel ON program_channel.program_id = program.id
    AND program_channel.deleted_at IS NULL
  WHERE program.deleted_at IS NULL
  GROUP BY program.id`

/** Loads orders with their evidence in three statements, however many orders there are, oldest first. Drafts are left out. */
export const loadOrders = (sql: Sql, ids: string[]): Promise<Loaded> => load(sql, ORDERS, { ids })

/** The same for carts, as if they were placed at `now`. */
export const loadCarts = (sql: Sql, ids: string[], now: Date): Promise<Loaded> => load(sql, CARTS, { ids, now })

/** The same for a customer who registers. */
export const loadRegistrations = (
  sql: Sql,
  bindings: { customer_id: string; click_id: string; sales_channel_ids: string[]; now: Date }
): Promise<Loaded> => load(sql, REGISTRATIONS, { ...bindings })

async function load(sql: Sql, subjectsQuery: string, bindings: Record<string, unknown>): Promise<Loaded> {
  const facts = await rows<Omit<Subject, "evidence">>(sql, subjectsQuery, bindings)
  const found = await rows<EvidenceRow>(sql, EVIDENCE, { subjects: JSON.stringify(facts) })
  const programs = new Map((await rows<LoadedProgram>(sql, PROGRAMS)).map((program) => [program.id, program]))

  const subjects = new Map(facts.map((fact) => [fact.id, { ...fact, evidence: [] as Evidence[] }]))
  for (const row of found) {
    const program = programs.get(row.program_id)
    if (program) subjects.get(row.subject_id)?.evidence.push(toEvidence(row, program))
  }
  return { subjects: [...subjects.values()], programs }
}

const toEvidence = (row: EvidenceRow, program: ProgramRules): Evidence => ({
  type: row.type,
  source: row.source,
  id: row.id,
  occurred_at: row.occurred_at,
  program,
  affiliate: { id: row.affiliate_id, code: row.code, status: row.status, customer_id: row.customer_id, email: row.email },
})
