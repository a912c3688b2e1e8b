import { register } from "../people"
import { affiliateModule, runWorkflow } from "../plugin"
import { plusDays, plusHours } from "../time/calendar"
import { AFFILIATES, RESELLERS, type AffiliatePlan } from "./affiliates"
import { planAfterSales } from "./after-sales-plan"
import { fillBasket, fillTradeBasket } from "./basket"
import { SUSPENDED_ON_DAY } from "./enrollments"
import { placeOrder, type Checkout } from "./place-order"
import { inventShopper, type Shopper } from "./shoppers"
import type { Story } from "./story"
import { click } from "./traffic"

const SHOPPERS = 68
const TRADE_ORDERS = 9
const CHANNELS = [
  { weight: 45, kind: "link" },
  { weight: 26, kind: "code" },
  { weight: 29, kind: "none" },
] as const
/** How many orders follow the first. */
const LOYALTY = [
  { weight: 55, more: 0 },
  { weight: 25, more: 1 },
  { weight: 13, more: 2 },
  { weight: 7, more: 3 },
]

/** What a shopper's browser and the shop remember between visits. */
interface Memory {
  shopper: Shopper
  customer_id?: string
  token?: string
}

/** Plans every shopper's way to their first order and beyond. The shop grows: later days have more of them. */
export function planJourneys(story: Story): void {
  const { random, begins_at, now } = story
  const span = now.getTime() - begins_at.getTime()
  for (let number = 1; number <= SHOPPERS; number++) {
    const first_at = new Date(begins_at.getTime() + span * (0.03 + 0.96 * random.next() ** 0.75))
    planShopper(story, { shopper: inventShopper(random, number) }, first_at)
  }
  for (let number = 1; number <= TRADE_ORDERS; number++) planTradeOrder(story, number)
}

function planShopper(story: Story, memory: Memory, first_at: Date): void {
  const { random } = story
  const { kind } = random.weighted(CHANNELS)
  const affiliate = kind === "none" ? undefined : pickAffiliate(story, first_at, kind)
  const hasAccount = random.chance(0.55)
  story.counts.shoppers++

  if (kind === "link" && affiliate) planVisits(story, memory, affiliate, first_at, hasAccount && random.chance(0.6))
  if (hasAccount) story.plan(plusHours(first_at, -0.2), () => registerShopper(story, memory))
  const order = (code?: string) => (at: Date) => orderOf(story, memory, { code }, at)
  story.plan(first_at, (at) => order(kind === "code" && affiliate ? story.affiliates.get(affiliate.email)?.promo_code : undefined)(at))

  let at = first_at
  for (let left = random.weighted(LOYALTY).more; left > 0; left--) {
    at = plusDays(at, random.between(8, 38))
    story.plan(at, order())
  }
}

/** One or two visits in the days before; some register on the first, and become referrals that very moment. */
function planVisits(story: Story, memory: Memory, affiliate: AffiliatePlan, first_at: Date, registersAtOnce: boolean): void {
  const { random, container, shop } = story
  for (let visits = random.whole(1, 2); visits > 0; visits--) {
    const at = plusHours(first_at, -random.between(visits === 1 ? 0.3 : 20, visits === 1 ? 18 : 150))
    story.plan(at, async (instant) => {
      memory.token = (await click(story, affiliate, instant)) ?? memory.token
    })
    if (!registersAtOnce) continue
    story.plan(plusHours(at, 0.1), async (instant) => {
      if (memory.customer_id) return
      await registerShopper(story, memory)
      const registration = { customer_id: memory.customer_id ?? "", sales_channel_ids: [shop.sales_channel_id], now: instant }
      if (memory.token) await affiliateModule(container).referrals.referCustomer(memory.token, registration)
    })
  }
}

async function registerShopper({ container }: Story, memory: Memory): Promise<void> {
  if (memory.customer_id) return
  const { first_name, last_name, email, password } = memory.shopper
  memory.customer_id = (await register(container, { first_name, last_name, email, password })).id
}

async function orderOf(story: Story, memory: Memory, extra: Partial<Checkout>, at: Date): Promise<void> {
  const { container, shop, random } = story
  const checkout = { ...memory, lines: fillBasket(random, shop.products), ...extra }
  const id = await placeOrder(container, shop, checkout, at)
  memory.token = undefined
  planAfterSales(story, id, at)
}

function planTradeOrder(story: Story, number: number): void {
  const { random, container, shop } = story
  const reseller = random.pick(RESELLERS.filter(({ is_approved }) => is_approved))
  const first = plusDays(story.begins_at, reseller.joins_on_day + 2)
  const at = new Date(first.getTime() + random.next() * (story.now.getTime() - first.getTime()))
  const shopper = { ...inventShopper(random, 500 + number), email: `orders${number}@cafe.example` }
  story.plan(at, async (instant) => {
    const code = story.affiliates.get(reseller.email)?.promo_code
    const id = await placeOrder(container, shop, { shopper, lines: fillTradeBasket(random, shop.products), is_trade: true, code }, instant)
    planAfterSales(story, id, instant)
  })
}

function pickAffiliate({ random, begins_at }: Story, at: Date, kind: "link" | "code"): AffiliatePlan | undefined {
  const day = (at.getTime() - begins_at.getTime()) / (24 * 60 * 60 * 1000)
  const there = AFFILIATES.filter(
    ({ joins_on_day, role }) => joins_on_day < day - 7 && !(kind === "code" && role === "suspended" && day >= SUSPENDED_ON_DAY)
  )
  return there.length > 0 ? random.weighted(there) : undefined
}

/** One shopper says later who sent them: the merchant enters it by hand, and their order of the open month earns. */
export function planReferredByClient(story: Story): void {
  const { container, random } = story
  const misaki = AFFILIATES[1]
  const told: Memory = { shopper: { ...inventShopper(random, 901), email: "told.us.later@mail.example" } }
  const ordered_at = plusDays(story.now, -6)
  story.plan(plusHours(ordered_at, -1), () => registerShopper(story, told))
  story.plan(ordered_at, (at) => orderOf(story, told, {}, at))
  story.planChange(plusDays(ordered_at, 2), (now) =>
    runWorkflow(container, "affiliate-set-customer-referrer", {
      customer_id: told.customer_id,
      affiliate_id: misaki && story.affiliates.get(misaki.email)?.id,
      reason: "Wrote that Misaki sent them",
      created_by: story.admin_id,
      now,
    })
  )
}
