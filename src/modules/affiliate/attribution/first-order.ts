import { FirstOrderTaken } from "../../../domain/errors"
import { rows, type Sql } from "../database/connection"
import { hasEarlierOrder } from "./earlier-order"

/** The person behind a cart. */
export interface Shopper {
  customer_id: string | null
  email: string | null
}

const HAS_EARLIER = `
  SELECT ${hasEarlierOrder(
    { customer_id: ":customer_id::text", email: ":email::text" },
    "NOT EXISTS (SELECT 1 FROM order_cart own WHERE own.order_id = earlier_order.id AND own.cart_id = :cart_id)"
  )} AS has_earlier`

/**
 * A claim is taken over from a cart whose completion crashed half an hour ago or more, or whose order was canceled. If that cart did become
 * an order that counts, HAS_EARLIER has found it before.
 */
const CLAIM = `
  INSERT INTO affiliate_first_order_claim (id, person, cart_id, claimed_at)
  SELECT affiliate_new_id('affclaim'), person, :cart_id, :now FROM unnest(:persons::text[]) AS person ORDER BY person
  ON CONFLICT (person) DO UPDATE SET cart_id = excluded.cart_id, claimed_at = excluded.claimed_at, updated_at = :now
    WHERE affiliate_first_order_claim.cart_id = excluded.cart_id
       OR affiliate_first_order_claim.claimed_at < :now::timestamptz - interval '30 minutes'
       OR EXISTS (SELECT 1 FROM order_cart held JOIN "order" o ON o.id = held.order_id AND o.status = 'canceled'
                  WHERE held.cart_id = affiliate_first_order_claim.cart_id)
  RETURNING person`

const RELEASE = `DELETE FROM affiliate_first_order_claim WHERE cart_id = :cart_id`

/** Whether the shopper has no earlier order than the one this cart becomes. A shopper without customer and e-mail has none. */
export async function isFirstOrder(sql: Sql, cartId: string, shopper: Shopper): Promise<boolean> {
  if (!shopper.customer_id && !shopper.email) return true
  const [row] = await rows<{ has_earlier: boolean }>(sql, HAS_EARLIER, { ...shopper, cart_id: cartId })
  return !row?.has_earlier
}

/**
 * Claims the first order of a shopper for one cart with an affiliate's promo code. Looking for an earlier order is not enough, because
 * parallel completions all find none: the claim's unique key, by account and by e-mail, lets one of them through.
 *
 * @throws FirstOrderTaken naming the code.
 */
export async function claimFirstOrder(sql: Sql, cartId: string, shopper: Shopper, promoCode: string, now: Date): Promise<void> {
  if (!(await isFirstOrder(sql, cartId, shopper))) throw new FirstOrderTaken(promoCode)
  const persons = [shopper.customer_id && `customer ${shopper.customer_id}`, shopper.email && `email ${shopper.email.toLowerCase()}`]
  const known = persons.filter((person) => !!person)
  const claimed = await rows(sql, CLAIM, { persons: known, cart_id: cartId, now })
  if (claimed.length < known.length) throw new FirstOrderTaken(promoCode)
}

/** Releases the claim of a failed completion, so that the shopper's next cart can use the code. */
export async function releaseFirstOrder(sql: Sql, cartId: string): Promise<void> {
  await rows(sql, RELEASE, { cart_id: cartId })
}
