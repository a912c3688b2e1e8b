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
         ${hasEarlierOrder({ customer_id: "o.customer_id", email: "o.email" }, "(e.created_at, e.id) < (o.created_at, o.id)")}
           AS has_earlier_order
  FROM "order" o
  LEFT JOIN order_cart link ON link.order_id = o.id AND link.deleted_at IS NULL
  WHERE o.id = ANY(:ids) AND NOT o.is_draft_order AND o.status <> 'draft' AND o.deleted_at IS NULL
  ORDER BY o.created_at, o.id`

const CARTS = `
  SELECT c.id, :now::timestamptz AS placed_at, c.customer_id, lower(c.email) AS email, c.sales_channel_id, c.id AS cart_id,
         ${hasEarlierOrder({ customer_id: "c.customer_id", email: "c.email" }, "true")} AS has_earlier_order
  FROM cart c WHERE c.id = ANY(:ids) AND c.deleted_at IS NULL`

/** A customer who registers with a click in hand: the click is evidence, and so is any tie there is. */
const REGISTRATIONS = `
  SELECT c.id, :now::timestamptz AS placed_at, c.id AS customer_id, lower(c.email) AS email, NULL::text AS cart_id,
         :click_id::text AS click_id,
         (SELECT ch.sales_channel_id FROM affiliate_click k
          JOIN affiliate_program_sales_channel ch ON ch.program_id = k.program_id AND ch.deleted_at IS NULL
          WHERE k.id = :click_id AND ch.sales_channel_id = ANY(:sales_channel_ids) LIMIT 1) AS sales_channel_id,
         ${hasEarlierOrder({ customer_id: "c.id", email: "c.email" }, "true")} AS has_earlier_order
  FROM customer c WHERE c.id = :customer_id AND c.deleted_at IS NULL`

/** Each subject's codes, ties and clicks, every one of them found through an index. */
const EVIDENCE = `
  WITH subjects AS (
    SELECT * FROM json_to_recordset(:subjects::json)
      AS s(id text, cart_id text, customer_id text, email text, placed_at timestamptz, click_id text)
  ),
  touched AS (
    SELECT s.id AS subject_id, t.*
    FROM subjects s
    CROSS JOIN LATERAL (
      SELECT CASE ca.source WHEN 'link' THEN 'click' ELSE 'promo_code' END AS type, ca.source, ca.source_id AS id, ca.affiliate_id,
             ca.occurred_at
      FROM affiliate_cart_attribution ca WHERE ca.cart_id = s.cart_id AND ca.deleted_at IS NULL
      UNION ALL
      SELECT 'promo_code', 'promo_code', pc.id, pc.affiliate_id, s.placed_at
      FROM order_promotion op
      JOIN affiliate_promo_code pc ON pc.promotion_id = op.promotion_id AND pc.deleted_at IS NULL
      WHERE op.order_id = s.id AND op.deleted_at IS NULL
        AND NOT EXISTS (SELECT 1 FROM affiliate_cart_attribution ca
                        WHERE ca.cart_id = s.cart_id AND ca.source_id = pc.id AND ca.deleted_at IS NULL)
      UNION ALL
      SELECT 'referral', r.source, r.id, r.affiliate_id, r.started_at
      FROM (
        SELECT * FROM affiliate_referral WHERE email = s.email AND deleted_at IS NULL
        UNION SELECT * FROM affiliate_referral WHERE customer_id = s.customer_id AND deleted_at IS NULL
      ) r
      WHERE r.started_at <= s.placed_at AND (r.ended_at IS NULL OR r.ended_at > s.placed_at)
      UNION ALL
      SELECT 'click', 'link', k.id, k.affiliate_id, k.occurred_at FROM affiliate_click k WHERE k.id = s.click_id
    ) t
  )
  SELECT t.*, a.program_id, a.code, a.status, a.customer_id, lower(c.email) AS email
  FROM touched t
  JOIN affiliate a ON a.id = t.affiliate_id AND a.deleted_at IS NULL
  LEFT JOIN customer c ON c.id = a.customer_id
  ORDER BY t.occurred_at, t.id`

const PROGRAMS = `
  SELECT p.id, p.status, p.starts_at, p.ends_at, p.attribution_model, p.attribution_window_days, p.referral_period_months,
         p.commission_basis, p.include_tax, p.include_shipping,
         coalesce(array_agg(ch.sales_channel_id) FILTER (WHERE ch.id IS NOT NULL), '{}') AS sales_channel_ids
  FROM affiliate_program p
  LEFT JOIN affiliate_program_sales_channel ch ON ch.program_id = p.id AND ch.deleted_at IS NULL
  WHERE p.deleted_at IS NULL
  GROUP BY p.id`

/** Loads orders with their evidence in three statements, however many they are, oldest order first. Drafts are left out. */
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
