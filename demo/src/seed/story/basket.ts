import type { SeededProduct } from "../shop/products"
import type { Random } from "../time/random"

export interface BasketLine {
  variant_id: string
  quantity: number
}

/** Coffee sells often, kettles seldom. */
const WEIGHTS: Record<string, number> = {
  "house-espresso": 8,
  "ethiopia-filter": 7,
  "stoneware-mug": 5,
  "pour-over-set": 3,
  "oak-board": 2,
  "linen-apron": 2,
  "hand-grinder": 2,
  "gooseneck-kettle": 1,
}

export function fillBasket(random: Random, products: SeededProduct[]): BasketLine[] {
  const weighted = products.map((product) => ({ ...product, weight: WEIGHTS[product.handle] ?? 1 }))
  const lines = new Map<string, BasketLine>()
  for (let count = random.whole(1, 3); count > 0; count--) {
    const product = random.weighted(weighted)
    const variant_id = random.pick(product.variant_ids)
    lines.set(variant_id, { variant_id, quantity: product.is_food ? random.whole(1, 3) : random.whole(1, 2) })
  }
  return [...lines.values()]
}

/** What a café orders: coffee by the kilo and mugs by the dozen. */
export function fillTradeBasket(random: Random, products: SeededProduct[]): BasketLine[] {
  const variantOf = (handle: string): string => products.find((product) => product.handle === handle)?.variant_ids.at(-1) ?? ""
  return [
    { variant_id: variantOf("house-espresso"), quantity: random.whole(4, 12) },
    { variant_id: variantOf("stoneware-mug"), quantity: 6 * random.whole(1, 3) },
  ]
}
