/**
 * What became of a click, over the alias `click`. A click that brought somebody made a referral, and a referral has orders; two people who
 * use one browser may both become referrals by one click. The conditions repeat those of the partial indexes.
 */
const REFERRALS = `affiliate_referral referral
  WHERE referral.source_id = click.id AND referral.source = 'link' AND referral.deleted_at IS NULL`

export const IS_CURRENT = "decision.superseded_at IS NULL AND decision.deleted_at IS NULL AND decision.outcome = 'attributed'"

export const HAS_REFERRAL = `EXISTS (SELECT 1 FROM ${REFERRALS})`
export const HAS_ORDER = `EXISTS (SELECT 1 FROM affiliate_attribution decision, ${REFERRALS} AND decision.referral_id = referral.id AND ${IS_CURRENT})`

/** The first order, in which the click ended, as the join `first_order`. */
export const FIRST_ORDER = `
  LEFT JOIN LATERAL (
    SELECT decision.order_id FROM affiliate_attribution decision, ${REFERRALS} AND decision.referral_id = referral.id AND ${IS_CURRENT}
    ORDER BY decision.placed_at, decision.order_id LIMIT 1
  ) first_order ON true`

export const OUTCOME = `CASE WHEN first_order.order_id IS NOT NULL THEN 'ordered' WHEN ${HAS_REFERRAL} THEN 'registered' ELSE 'none' END`

/**
 * Why nothing became of a click whose token reached a cart, as the join `missed`: the refusal of the order's decision, `not_chosen` where
 * something else took precedence, and `not_ordered` while the cart is no order.
 */
export const MISSED = `
  LEFT JOIN LATERAL (
    SELECT CASE WHEN link.order_id IS NULL THEN 'not_ordered' ELSE coalesce(item->>'reason', 'not_chosen') END AS reason
    FROM affiliate_cart_attribution cart_attribution
    LEFT JOIN order_cart link ON link.cart_id = cart_attribution.cart_id AND link.deleted_at IS NULL
    LEFT JOIN affiliate_attribution decision ON decision.order_id = link.order_id AND decision.superseded_at IS NULL
      AND decision.deleted_at IS NULL
    LEFT JOIN LATERAL jsonb_array_elements(decision.evidence) item ON item->>'id' = click.id
    WHERE cart_attribution.source_id = click.id AND cart_attribution.source = 'link' AND cart_attribution.deleted_at IS NULL
    ORDER BY link.order_id IS NULL, cart_attribution.id DESC LIMIT 1
  ) missed ON first_order.order_id IS NULL`

type Outcome = "none" | "registered" | "ordered"

const CONDITIONS: Record<Outcome, string> = {
  none: `NOT ${HAS_REFERRAL}`,
  registered: `${HAS_REFERRAL} AND NOT ${HAS_ORDER}`,
  ordered: HAS_ORDER,
}

/** The condition of a filter by outcome. One value alone stands there alone, so that the few orders are read first and not the many clicks. */
export const outcomeFilter = (values: string[]): string =>
  (Object.keys(CONDITIONS) as Outcome[])
    .filter((outcome) => values.includes(outcome))
    .map((outcome) => `(${CONDITIONS[outcome]})`)
    .join(" OR ") || "false"
