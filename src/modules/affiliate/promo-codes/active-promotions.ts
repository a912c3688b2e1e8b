import { PROMO_CODES_ATTRIBUTE } from "../../../domain/promo-codes/promotion-plan"
import { rows, type Sql } from "../database/connection"

/** Without the plugin nobody answers the rule of these promotions. */
const ACTIVE = `
  FROM promotion
  WHERE promotion.status = 'active' AND promotion.deleted_at IS NULL AND EXISTS (
    SELECT 1 FROM promotion_promotion_rule owned
    JOIN promotion_rule rule ON rule.id = owned.promotion_rule_id AND rule.attribute = '${PROMO_CODES_ATTRIBUTE}' AND rule.deleted_at IS NULL
    WHERE owned.promotion_id = promotion.id)`

export async function countActivePromotions(sql: Sql): Promise<number> {
  const [counted] = await rows<{ count: number }>(sql, `SELECT count(*)::int AS count ${ACTIVE}`)
  return counted?.count ?? 0
}

/** The first of them; those that are switched off meanwhile are no longer among them. */
export async function listActivePromotions(sql: Sql): Promise<string[]> {
  const found = await rows<{ id: string }>(sql, `SELECT promotion.id ${ACTIVE} ORDER BY promotion.id LIMIT 500`)
  return found.map(({ id }) => id)
}
