import type { Evidence, EvidenceAffiliate, OrderFacts, ProgramRules } from "../attribution"

export const PLACED_AT = new Date("2026-04-15T12:00:00.000Z")

const DAY = 24 * 60 * 60 * 1000
export const daysBefore = (days: number): Date => new Date(PLACED_AT.getTime() - days * DAY)

export const order = (overrides: Partial<OrderFacts> = {}): OrderFacts => ({
  placed_at: PLACED_AT,
  customer_id: "cus_shopper",
  email: "shopper@example.com",
  sales_channel_id: "sc_1",
  has_earlier_order: false,
  ...overrides,
})

export const program = (overrides: Partial<ProgramRules> = {}): ProgramRules => ({
  id: "affprog_1",
  status: "active",
  starts_at: null,
  ends_at: null,
  sales_channel_ids: [],
  attribution_model: "last_click",
  attribution_window_days: 90,
  referral_period_months: null,
  ...overrides,
})

/** An affiliate named like their public code. */
export const affiliate = (name: string, overrides: Partial<EvidenceAffiliate> = {}): EvidenceAffiliate => ({
  id: `aff_${name}`,
  code: name,
  status: "active",
  customer_id: `cus_${name}`,
  email: `${name}@example.com`,
  ...overrides,
})

type Overrides = Partial<Omit<Evidence, "affiliate">> & { affiliate?: Partial<EvidenceAffiliate> }

const evidence = (name: string, defaults: Pick<Evidence, "type" | "source" | "id" | "occurred_at">, overrides: Overrides): Evidence => ({
  ...defaults,
  program: program(),
  ...overrides,
  affiliate: affiliate(name, overrides.affiliate),
})

/** A code typed a moment before the order was placed. */
export const promoCode = (name: string, overrides: Overrides = {}): Evidence =>
  evidence(name, { type: "promo_code", source: "promo_code", id: `affpromo_${name}`, occurred_at: PLACED_AT }, overrides)

/** A referral half a year old. */
export const referral = (name: string, overrides: Overrides = {}): Evidence =>
  evidence(name, { type: "referral", source: "link", id: `affref_${name}`, occurred_at: daysBefore(180) }, overrides)

export const click = (name: string, days: number, overrides: Overrides = {}): Evidence =>
  evidence(name, { type: "click", source: "link", id: `affclk_${name}_${days}`, occurred_at: daysBefore(days) }, overrides)
