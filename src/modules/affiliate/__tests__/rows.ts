import type { Sql } from "../database/connection"

type Row = Record<string, unknown>

let last = 0
const unique = (prefix: string): string => `${prefix}_${String(++last).padStart(6, "0")}`

/** A time that is far from any edge. */
export const AT = new Date("2026-04-15T12:00:00.000Z")

const DEFAULTS = {
  affiliate_program: () => {
    const id = unique("affprog")
    return { id, name: id, handle: id.replace("_", "-"), site_url: "https://shop.example.com", commission_percent: "10" }
  },
  affiliate: () => {
    const id = unique("aff")
    return { id, code: id.replace("_", "-"), customer_id: unique("cus"), program_id: "affprog_1" }
  },
  affiliate_promo_code: () => ({ id: unique("affpromo"), code: unique("CODE"), template: "CODE-@ID@", affiliate_id: "aff_1" }),
  affiliate_note: () => ({ id: unique("affnote"), affiliate_id: "aff_1", text: "Nice", created_by: "user_1" }),
  affiliate_invitation: () => ({
    id: unique("affinv"),
    program_id: "affprog_1",
    email: `${unique("guest")}@example.com`,
    token_hash: unique("hash"),
    expires_at: AT,
    created_by: "user_1",
  }),
  affiliate_cart_attribution: () => ({
    id: unique("affcart"),
    cart_id: unique("cart"),
    program_id: "affprog_1",
    affiliate_id: "aff_1",
    source: "link",
    source_id: unique("affclk"),
    occurred_at: AT,
  }),
  affiliate_referral: () => ({
    id: unique("affref"),
    program_id: "affprog_1",
    affiliate_id: "aff_1",
    email: `${unique("shopper")}@example.com`,
    source: "link",
    started_at: AT,
  }),
  affiliate_attribution: () => ({
    id: unique("affattr"),
    order_id: unique("order"),
    outcome: "none",
    reason: "no_evidence",
    evidence: "[]",
    placed_at: AT,
  }),
  affiliate_first_order_claim: () => ({ id: unique("affclaim"), person: unique("customer"), cart_id: unique("cart"), claimed_at: AT }),
  affiliate_period: () => ({
    id: unique("affper"),
    program_id: "affprog_1",
    period: "2026-04",
    status: "open",
    starts_at: new Date("2026-04-01T00:00:00.000Z"),
    ends_at: new Date("2026-05-01T00:00:00.000Z"),
  }),
  affiliate_commission: () => ({
    id: unique("affcom"),
    order_id: unique("order"),
    sequence: 1,
    attribution_id: unique("affattr"),
    affiliate_id: "aff_1",
    program_id: "affprog_1",
    kind: "order",
    expense_amount: "100",
    rate_percent: "10",
    amount: "10",
    currency_code: "eur",
    period: "2026-04",
    order_version: 1,
    occurred_at: AT,
  }),
  affiliate_period_commission: () => ({
    id: unique("affpcom"),
    program_id: "affprog_1",
    affiliate_id: "aff_1",
    currency_code: "eur",
    period: "2026-04",
    kind: "tier",
    amount: "10",
    base_amount: "100",
  }),
  affiliate_period_line: () => ({
    id: unique("affline"),
    period_id: "affper_1",
    program_id: "affprog_1",
    affiliate_id: "aff_1",
    currency_code: "eur",
    expense_amount: "100",
    amount: "10",
    commission_count: 1,
    order_count: 1,
    outcome: "credited",
    available_at: AT,
  }),
  affiliate_ledger_entry: () => ({
    id: unique("affent"),
    account: "affiliate",
    program_id: "affprog_1",
    affiliate_id: "aff_1",
    amount: "10",
    currency_code: "eur",
    source_type: "adjustment",
    source_id: unique("affadj"),
    available_at: AT,
    occurred_at: AT,
  }),
  affiliate_adjustment: () => ({
    id: unique("affadj"),
    affiliate_id: "aff_1",
    program_id: "affprog_1",
    amount: "10",
    currency_code: "eur",
    reason: "test",
    created_by: "user_1",
    occurred_at: AT,
  }),
  affiliate_payout: () => ({
    id: unique("affpay"),
    pay_run_id: "affrun_1",
    program_id: "affprog_1",
    affiliate_id: "aff_1",
    amount: "10",
    currency_code: "eur",
    created_by: "user_1",
  }),
} satisfies Record<string, () => Row>

export type Table = keyof typeof DEFAULTS

export const row = (table: Table, overrides: Row = {}): Row => ({ ...DEFAULTS[table](), ...overrides })

/** Inserts rows, all in one statement. */
export const insert = (sql: Sql, table: Table, ...overrides: Row[]): PromiseLike<unknown> =>
  sql(table).insert((overrides.length > 0 ? overrides : [{}]).map((own) => row(table, own)))

/** The two legs of a posting. */
export const posting = (amount: string, overrides: Row = {}): Row[] => {
  const source_id = unique("source")
  const negated = amount.startsWith("-") ? amount.slice(1) : `-${amount}`
  return [
    { source_id, account: "affiliate", amount, ...overrides },
    { source_id, account: "program_expense", amount: negated, ...overrides },
  ]
}

/** Program `affprog_1` with affiliate `aff_1` and the open period 2026-04, `affper_1`. */
export async function seedProgram(sql: Sql): Promise<void> {
  await insert(sql, "affiliate_program", { id: "affprog_1", handle: "main" })
  await insert(sql, "affiliate", { id: "aff_1", code: "anna" })
  await insert(sql, "affiliate_period", { id: "affper_1" })
}
