import fc from "fast-check"

import type { Terms } from "./reference-attribution"
import type { Touch } from "./reference-order"
import type { ReferenceRule } from "./reference-rules"
import type { ReferenceSettings } from "./reference-program"
import type { ReferenceTiers } from "./reference-tiers"

/** Programs, and what happens in them: a list of commands each, one per step of time. */
export interface RandomProgram {
  settings: ReferenceSettings
  commands: Command[]
}

export interface RandomLine {
  cents: number
  quantity: number
  product: number | null
  tax: string
  inclusive: boolean
  giftCard: boolean
  discountPercent: number
  discountInclusive: boolean
}

/** A fixed discount over all lines of an order, by what they cost. */
export interface Split {
  cents: number
  inclusive: boolean
}

export interface RandomOrder {
  shopper: number
  account: boolean
  channel: number
  country: string
  touch: Touch | null
  currency: string
  lines: RandomLine[]
  shipping: RandomLine | null
  split: Split | null
}

/** `which` picks among the orders there are; `at` is a place within the step, from 0 to 1 (2: where a
 * month begins, 3: the millisecond before); `clock` is by how many hours the clock of the server is ahead; a lost event is recorded by a
 * later one. */
export type Command = { at: number; clock: number; lost: boolean; which: number } & (
  | ({ type: "order" } & RandomOrder)
  | { type: "edit"; quantity: number; isFree: boolean; added: RandomLine | null }
  | { type: "return"; quantity: number }
  | { type: "refund" | "settle" | "waive" | "pay" | "spend"; percent: number }
  | { type: "cancel" | "uncancel" | "close" | "payout" | "failPayout" }
  | { type: "adjust"; affiliate: number; cents: number }
  | { type: "reassign"; affiliate: number | null }
  | { type: "refer"; shopper: number; affiliate: number | null }
  | { type: "suspend" | "forbid"; affiliate: number }
  | { type: "delete"; what: "group" | "channel" | "promotion" | "shopper" | "affiliate"; one: number }
  | { type: "terms"; terms: Terms }
  | { type: "join"; what: "vip" | "wholesale"; one: number }
)

const ZONES = ["UTC", "Europe/Berlin", "America/New_York", "America/Sao_Paulo", "Asia/Kathmandu", "Pacific/Kiritimati", "Pacific/Niue"]
const RATE = fc.constantFrom("10", "10", "10", "12.5", "7.77", "0.0001", "100", "33.3333", "0")

const seldom = <T>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> =>
  fc.nat(7).chain((n) => (n === 0 ? arbitrary : fc.constant(undefined)))
const amounts = fc.constantFrom<Record<string, string>[]>(
  { eur: "5.00" },
  { eur: "0.35", jpy: "300" },
  { eur: "25.00", jpy: "1", kwd: "0.125" }
)

const rule: fc.Arbitrary<ReferenceRule> = fc
  .record({
    rate: fc.oneof(
      { arbitrary: fc.record({ percent: RATE }), weight: 4 },
      { arbitrary: fc.constant(null), weight: 1 },
      { arbitrary: fc.record({ per: fc.constantFrom("unit" as const, "order" as const), amounts }), weight: 3 }
    ),
    products: seldom(fc.uniqueArray(fc.nat(3), { minLength: 1, maxLength: 2 })),
    tagged: seldom(fc.constant(true as const)),
    collected: seldom(fc.constant(true as const)),
    home: seldom(fc.constant(true as const)),
    currencies: seldom(fc.uniqueArray(fc.constantFrom("eur", "jpy", "kwd"), { minLength: 1, maxLength: 2 })),
    channels: seldom(fc.constantFrom([0], [0, 1])),
    countries: seldom(fc.constantFrom(["de"], ["at"], ["at", "de"])),
    sources: seldom(
      fc.uniqueArray(fc.constantFrom("link" as const, "promo_code" as const, "manual" as const), { minLength: 1, maxLength: 2 })
    ),
    affiliates: seldom(fc.constantFrom([0], [1])),
    vip: seldom(fc.constant(true as const)),
    wholesale: seldom(fc.constant(true as const)),
    isFirst: seldom(fc.boolean()),
    least: seldom(fc.constantFrom<Record<string, string>[]>({ eur: "100.00", jpy: "10000" }, { eur: "20.05", kwd: "10.000" })),
    from: seldom(fc.constantFrom(new Date("2016-02-01"), new Date("2016-04-01"))),
    until: seldom(fc.constantFrom(new Date("2016-05-01"), new Date("2016-06-15"))),
  })
  .map((given) => Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)) as unknown as ReferenceRule)

const NO_RULES: ReferenceRule[] = []

const step = (currency: string | null, from: string, raise: string): ReferenceTiers["steps"][number] => ({ currency, from, raise })

const tiers: fc.Arbitrary<ReferenceTiers> = fc
  .record({
    span: fc.constantFrom<ReferenceTiers["span"][]>("month", "month", "quarter", "lifetime"),
    scope: fc.constantFrom<ReferenceTiers["scope"][]>("whole", "beyond"),
    afterRefund: fc.constantFrom<ReferenceTiers["afterRefund"][]>("recompute", "recompute", "keep"),
    counted: fc.constantFrom<Pick<ReferenceTiers, "measure" | "steps">[]>(
      { measure: "expenses", steps: [step("eur", "60.00", "20"), step("eur", "400.00", "33.3333"), step("jpy", "5000", "10")] },
      { measure: "expenses", steps: [step("eur", "0.01", "7"), step("kwd", "10.000", "100")] },
      { measure: "orders", steps: [step(null, "2", "50"), step(null, "3", "75.5")] },
      { measure: "orders", steps: [step("eur", "1", "12.5")] }
    ),
  })
  .map(({ counted, ...others }) => ({ ...others, ...counted }))

const terms: fc.Arbitrary<Terms> = fc.record({
  rate: RATE,
  basis: fc.constantFrom("placed", "placed", "captured"),
  includeTax: fc.boolean(),
  includeShipping: fc.boolean(),
  status: fc.constantFrom("active", "active", "active", "paused"),
  referralMonths: fc.constantFrom(null, null, null, 12),
  channels: fc.constantFrom(null, null, null, [0], [0, 1]),
  guard: fc.constantFrom(null, null, null, null, "12", "30.5", "0"),
  limits: fc.constantFrom<(Record<string, string> | null)[]>(
    null,
    null,
    null,
    null,
    { eur: "2.50" },
    { eur: "20.00", jpy: "100", kwd: "0.000" }
  ),
  tiers: fc.oneof(fc.constant(null), tiers),
  monthLimits: fc.constantFrom<(Record<string, string> | null)[]>(null, null, null, { eur: "15.00", jpy: "0" }, { eur: "3.33" }),
  customerBonuses: fc.constantFrom<(Record<string, string> | null)[]>(
    null,
    null,
    { eur: "5.00", jpy: "700" },
    { eur: "0.33", kwd: "1.125" }
  ),
  welcomeBonuses: fc.constantFrom<(Record<string, string> | null)[]>(
    null,
    null,
    { eur: "25.00" },
    { jpy: "900", kwd: "1.500" },
    { eur: "7.77", jpy: "10" }
  ),
  budgets: fc.constantFrom<(Record<string, string> | null)[]>(
    null,
    null,
    { eur: "40.00", jpy: "1000" },
    { eur: "7.77", kwd: "2.345" },
    { eur: "0.01", jpy: "0" }
  ),
  rules: fc.oneof(fc.constant(NO_RULES), fc.array(rule, { minLength: 1, maxLength: 6 })),
})

const settings: fc.Arbitrary<ReferenceSettings> = fc
  .record({ timezone: fc.constantFrom(...ZONES), holdDays: fc.constantFrom(0, 0, 14, 45), terms })
  .map(({ terms, ...others }) => ({ ...others, ...terms, status: "active", referralMonths: null, channels: null }))

const PRODUCT = fc.constantFrom(null, 0, 1, 2, 3)

const line: fc.Arbitrary<RandomLine> = fc.record({
  cents: fc.oneof(
    fc.integer({ min: 1, max: 50_000 }),
    fc.constantFrom(1, 5, 119, 238, 10_000, 99_999_999, Number.MAX_SAFE_INTEGER),
    fc.constantFrom(735, 1995, 2005, 10_000, -735, -10_000)
  ),
  quantity: fc.integer({ min: 1, max: 4 }),
  product: PRODUCT,
  tax: fc.constantFrom("0", "19", "7", "5.5", "20"),
  inclusive: fc.boolean(),
  giftCard: fc.nat(9).map((n) => n === 0),
  discountPercent: fc.constantFrom(0, 0, 5, 10, 33, 100),
  discountInclusive: fc.boolean(),
})

/** Lines as carts have them: in half of these a rate of 10 % gives half a cent, which the noise of a split discount may round down. */
const plainLine = (...prices: number[]): fc.Arbitrary<RandomLine> =>
  fc.record({
    ...{ cents: fc.constantFrom(...prices), quantity: fc.integer({ min: 1, max: 3 }), product: PRODUCT, tax: fc.constantFrom("19", "7") },
    ...{ inclusive: fc.constant(false), giftCard: fc.constant(false) },
    ...{ discountPercent: fc.constant(0), discountInclusive: fc.constant(false) },
  })
const lines = fc.oneof(fc.array(line, { minLength: 1, maxLength: 3 }), fc.tuple(plainLine(10_000), plainLine(735, 1995, 2005, 1405, 1385)))

const affiliate = fc.nat(1)
const DELETED = fc.constantFrom("group" as const, "channel" as const, "promotion" as const, "shopper" as const, "affiliate" as const)
const order = fc.record({
  type: fc.constant("order" as const),
  // The first two are referrals, the others are not yet.
  shopper: fc.nat(3),
  account: fc.boolean(),
  channel: fc.nat(1),
  country: fc.constantFrom("de", "at"),
  touch: fc.option(fc.record({ by: fc.constantFrom("code" as const, "code" as const, "promotion" as const, "link" as const), affiliate })),
  currency: fc.constantFrom("eur", "eur", "jpy", "kwd"),
  lines,
  shipping: fc.option(line),
  split: fc.option(fc.record({ cents: fc.constantFrom(1, 500, 1000, 1000, 1000, 1500, 1999, 15_000), inclusive: fc.boolean() })),
})
const edit = fc.record({
  type: fc.constant("edit" as const),
  quantity: fc.nat(5),
  isFree: fc.nat(5).map((n) => n === 0),
  added: fc.option(line),
})
const anything = fc.oneof(
  { arbitrary: order, weight: 6 },
  { arbitrary: edit, weight: 4 },
  { arbitrary: fc.record({ type: fc.constant("return" as const), quantity: fc.integer({ min: 1, max: 3 }) }), weight: 3 },
  {
    arbitrary: fc.record({
      type: fc.constantFrom("refund" as const, "settle" as const, "waive" as const, "pay" as const, "pay" as const, "spend" as const),
      percent: fc.oneof(fc.integer({ min: -40, max: 110 }), fc.constantFrom(100, 119)),
    }),
    weight: 6,
  },
  { arbitrary: fc.record({ type: fc.constantFrom("cancel" as const, "uncancel" as const) }), weight: 3 },
  {
    arbitrary: fc.record({ type: fc.constantFrom("close" as const, "close" as const, "payout" as const, "failPayout" as const) }),
    weight: 6,
  },
  { arbitrary: fc.record({ type: fc.constant("adjust" as const), affiliate, cents: fc.integer({ min: -5_000, max: 5_000 }) }), weight: 1 },
  { arbitrary: fc.record({ type: fc.constant("reassign" as const), affiliate: fc.option(affiliate) }), weight: 2 },
  { arbitrary: fc.record({ type: fc.constantFrom("suspend" as const, "suspend" as const, "forbid" as const), affiliate }), weight: 2 },
  { arbitrary: fc.record({ type: fc.constant("terms" as const), terms }), weight: 2 },
  {
    arbitrary: fc.record({
      type: fc.constant("join" as const),
      what: fc.constantFrom("vip" as const, "wholesale" as const),
      one: fc.nat(3),
    }),
    weight: 2,
  },
  { arbitrary: fc.record({ type: fc.constant("refer" as const), shopper: fc.nat(3), affiliate: fc.option(affiliate) }), weight: 3 },
  { arbitrary: fc.record({ type: fc.constant("delete" as const), what: DELETED, one: fc.nat(1) }), weight: 1 }
)

const command: fc.Arbitrary<Command> = fc
  .tuple(
    fc.record({
      ...{ at: fc.constantFrom(0, 0.25, 0.5, 0.75, 0.999, 2, 2, 3), clock: fc.constantFrom(0, 0, 0, 3, -3) },
      ...{ lost: fc.nat(4).map((n) => n === 0), which: fc.nat(1000) },
    }),
    anything
  )
  .map(([when, what]) => ({ ...when, ...what }))

/** The same world for the same seed: the first command of every program is an order, so that the others have something to work on. */
export const randomStore = (seed: number, programs: number, steps: number): RandomProgram[] =>
  fc.sample(
    fc.record({
      settings,
      commands: fc
        .tuple(order, fc.array(command, { minLength: steps - 1, maxLength: steps - 1 }))
        .map(([first, others]) => [{ at: 0.5, clock: 0, lost: false, which: 0, ...first } as Command, ...others]),
    }),
    { seed, numRuns: programs }
  )
