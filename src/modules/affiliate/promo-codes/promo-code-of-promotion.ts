import { z } from "@medusajs/framework/zod"

import { rows, type Sql } from "../database/connection"
import { decimal, integer, oneOf, statement, text } from "../database/row-check"

/** Whose promo code a Medusa promotion stands behind. */
export interface PromoCodeOfPromotion {
  id: string
  code: string
  affiliate: { id: string; code: string; status: "pending" | "active" | "suspended" | "rejected" }
  program: { id: string; name: string; status: "active" | "paused" | "archived" }
  /** What the program gives the shopper now; null where it gives nothing. */
  customer_discount_percent: string | null
  /** The orders that this code brought the affiliate. */
  order_count: number
}

const OF_PROMOTION = statement<PromoCodeOfPromotion>(
  `
  SELECT promo_code.id, promo_code.code,
         json_build_object('id', affiliate.id, 'code', affiliate.code, 'status', affiliate.status) AS affiliate,
         json_build_object('id', program.id, 'name', program.name, 'status', program.status) AS program,
         program.customer_discount_percent::text,
         (SELECT count(*)::int FROM affiliate_attribution decision
          WHERE decision.affiliate_id = affiliate.id AND decision.superseded_at IS NULL AND decision.deleted_at IS NULL
            AND decision.source = 'promo_code'
            AND decision.evidence @> jsonb_build_array(jsonb_build_object('id', promo_code.id, 'verdict', 'chosen'))) AS order_count
  FROM affiliate_promo_code promo_code
  JOIN affiliate ON affiliate.id = promo_code.affiliate_id
  JOIN affiliate_program program ON program.id = affiliate.program_id
  WHERE promo_code.promotion_id = :promotion_id AND promo_code.deleted_at IS NULL`,
  z.strictObject({
    id: text,
    code: text,
    affiliate: z.strictObject({ id: text, code: text, status: oneOf("pending", "active", "suspended", "rejected") }),
    program: z.strictObject({ id: text, name: text, status: oneOf("active", "paused", "archived") }),
    customer_discount_percent: decimal.nullable(),
    order_count: integer,
  })
)

/** The affiliate's promo code behind a promotion; null of a promotion that is the merchant's own. */
export async function readPromoCodeOfPromotion(sql: Sql, promotion_id: string): Promise<PromoCodeOfPromotion | null> {
  const [found] = await rows(sql, OF_PROMOTION, { promotion_id })
  return found ?? null
}
