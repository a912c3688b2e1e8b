import { AT, insert, row, seedProgram, type Table } from "../../__tests__/rows"
import { moduleSuite, refusalOf } from "../../__tests__/suite"

type Row = Record<string, unknown>
type Case = [label: string, table: Table, first: Row, second: Row, key: string | null]

const ENDED = { ended_at: AT }
const REMOVED = { deleted_at: AT }
const code = (overrides: Row): Row => ({ cart_id: "cart_1", source: "promo_code", ...overrides })

const CASES: Case[] = [
  ["an order's change is recorded once", "affiliate_commission", { order_id: "o" }, { order_id: "o" }, "order_id_sequence"],
  ["the order's next change", "affiliate_commission", { order_id: "p" }, { order_id: "p", sequence: 2 }, null],
  ["the first row of another order", "affiliate_commission", { order_id: "q" }, { order_id: "r" }, null],
  ["a program has a period once", "affiliate_period", { period: "2026-05" }, { period: "2026-05" }, "program_id_period"],
  ["another program has the same period", "affiliate_period", { period: "2026-06" }, { program_id: "affprog_2", period: "2026-06" }, null],
  ["a period has one line per affiliate and currency", "affiliate_period_line", {}, {}, "period_id_affiliate_id_currency_code_outcome"],
  ["another currency has a line of its own", "affiliate_period_line", { currency_code: "usd" }, { currency_code: "jpy" }, null],
  ["a close writes what a tier changes once", "affiliate_period_commission", {}, {}, "source"],
  ["what a limit changes is another row", "affiliate_period_commission", { period: "2026-05" }, { period: "2026-05", kind: "limit" }, null],
  [
    "so is what changes about a closed month",
    "affiliate_period_commission",
    { period: "2026-06" },
    { period: "2026-06", corrects_period: "2026-05" },
    null,
  ],
  ["one current referral per program and e-mail", "affiliate_referral", { email: "a" }, { email: "a" }, "program_id_email"],
  ["a new referral after one that ended", "affiliate_referral", { email: "b", ...ENDED }, { email: "b" }, null],
  ["any number of ended referrals", "affiliate_referral", { email: "c", ...ENDED }, { email: "c", ...ENDED }, null],
  ["a referral in another program", "affiliate_referral", { email: "d" }, { email: "d", program_id: "affprog_2" }, null],
  [
    "one current referral per program and customer",
    "affiliate_referral",
    { customer_id: "c1" },
    { customer_id: "c1" },
    "program_id_customer_id",
  ],
  ["a customer whose referral ended", "affiliate_referral", { customer_id: "c2", ...ENDED }, { customer_id: "c2" }, null],
  ["guests without an account", "affiliate_referral", { customer_id: null }, { customer_id: null }, null],
  ["a customer enrolls once per program", "affiliate", { customer_id: "e1" }, { customer_id: "e1" }, "program_id_customer_id"],
  ["a customer enrolls in another program", "affiliate", { customer_id: "e2" }, { customer_id: "e2", program_id: "affprog_2" }, null],
  ["a customer enrolls again after being removed", "affiliate", { customer_id: "e3", ...REMOVED }, { customer_id: "e3" }, null],
  ["a public code is one affiliate's", "affiliate", { code: "x" }, { code: "x", program_id: "affprog_2" }, "code"],
  ["a number is one affiliate's", "affiliate", { number: 77 }, { number: 77, program_id: "affprog_2" }, "number"],
  ["a handle is one program's", "affiliate_program", { handle: "h" }, { handle: "h" }, "handle"],
  ["a number is one program's", "affiliate_program", { number: 77 }, { number: 77 }, "number"],
  ["a promo code is one affiliate's", "affiliate_promo_code", { code: "X" }, { code: "X", affiliate_id: "aff_2" }, "code"],
  ["an affiliate has one code per template", "affiliate_promo_code", { template: "T" }, { template: "T" }, "affiliate_id_template"],
  ["one open invitation per program and e-mail", "affiliate_invitation", { email: "a" }, { email: "a" }, "program_id_email"],
  ["an invitation to another program", "affiliate_invitation", { email: "b" }, { email: "b", program_id: "affprog_2" }, null],
  ["an invitation after one that was accepted", "affiliate_invitation", { email: "c", accepted_at: AT }, { email: "c" }, null],
  ["an invitation after one that was withdrawn", "affiliate_invitation", { email: "d", withdrawn_at: AT }, { email: "d" }, null],
  ["a token opens one invitation", "affiliate_invitation", { token_hash: "x" }, { token_hash: "x" }, "token_hash"],
  ["a second promo code in one cart", "affiliate_cart_attribution", code({}), code({}), "cart_id"],
  [
    "a second promo code after the first was removed",
    "affiliate_cart_attribution",
    code({ cart_id: "cart_2", ...REMOVED }),
    code({ cart_id: "cart_2" }),
    null,
  ],
  ["a code beside a click", "affiliate_cart_attribution", { cart_id: "cart_3" }, code({ cart_id: "cart_3" }), null],
  ["two clicks in one cart", "affiliate_cart_attribution", { cart_id: "cart_4" }, { cart_id: "cart_4" }, null],
  [
    "the same click twice",
    "affiliate_cart_attribution",
    { cart_id: "cart_5", source_id: "k" },
    { cart_id: "cart_5", source_id: "k" },
    "cart_id_source_id",
  ],
  ["one current decision per order", "affiliate_attribution", { order_id: "o" }, { order_id: "o" }, "order_id"],
  ["a new decision after one that was superseded", "affiliate_attribution", { order_id: "p", superseded_at: AT }, { order_id: "p" }, null],
  [
    "one cart per person that may complete with a code",
    "affiliate_first_order_claim",
    { person: "email a" },
    { person: "email a" },
    "person",
  ],
]

moduleSuite(({ sql }) => {
  beforeEach(async () => {
    await seedProgram(sql())
    await insert(sql(), "affiliate_program", { id: "affprog_2" })
    await insert(sql(), "affiliate", { id: "aff_2" })
  })

  it("the database refuses a second row for each unique key", async () => {
    const found: [string, string[]][] = []
    for (const [label, table, first, second] of CASES) {
      await insert(sql(), table, first)
      found.push([label, await refusalOf(insert(sql(), table, second))])
    }
    // PostgreSQL truncates names at 63 characters.
    const refused = (table: string, key: string) => ["23505", `IDX_${table}_${key}_unique`.slice(0, 63)]
    const expected = CASES.map(([label, table, , , key]) => [label, key ? refused(table, key) : ["accepted", ""]])
    expect(found).toEqual(expected)
  })

  it("a posting happens once: its source has one entry per account", async () => {
    const legs = (source_type: string) => [
      row("affiliate_ledger_entry", { source_type, source_id: "s", amount: "10" }),
      row("affiliate_ledger_entry", { source_type, source_id: "s", amount: "-10", account: "program_expense" }),
    ]
    const post = (source_type: string) => refusalOf(insert(sql(), "affiliate_ledger_entry", ...legs(source_type)))
    expect([await post("adjustment"), await post("adjustment"), await post("period_line")]).toEqual([
      ["accepted", ""],
      ["23505", "IDX_affiliate_ledger_entry_source_type_source_id_account_unique"],
      ["accepted", ""],
    ])
  })

  it("of twenty carts of one person exactly one gets the claim", async () => {
    const claims = Array.from({ length: 20 }, () => refusalOf(insert(sql(), "affiliate_first_order_claim", { person: "customer cus_1" })))
    const codes = (await Promise.all(claims)).map(([sqlState]) => sqlState).sort()
    expect(codes).toEqual([...Array<string>(19).fill("23505"), "accepted"])
  })

  it("the database refuses a status, kind, source or account that is not in the glossary", async () => {
    const words: [Table, string, Row][] = [
      ["affiliate_program", "status", { status: "deleted" }],
      ["affiliate_program", "commission_basis", { commission_basis: "shipped" }],
      ["affiliate_program", "attribution_model", { attribution_model: "linear" }],
      ["affiliate", "status", { status: "banned" }],
      ["affiliate_period", "status", { period: "2026-07", status: "paid" }],
      ["affiliate_commission", "kind", { kind: "bonus" }],
      ["affiliate_period_commission", "kind", { kind: "gift" }],
      ["affiliate_period_line", "outcome", { outcome: "lost" }],
      ["affiliate_referral", "source", { source: "api" }],
      ["affiliate_cart_attribution", "source", { source: "manual" }],
      ["affiliate_attribution", "outcome", { outcome: "maybe" }],
      ["affiliate_ledger_entry", "account", { account: "bank", amount: "0" }],
      ["affiliate_ledger_entry", "source_type", { source_type: "gift", amount: "0" }],
    ]
    for (const [table, column, word] of words) {
      expect([table, await refusalOf(insert(sql(), table, word))]).toEqual([table, ["23514", `${table}_${column}_check`]])
    }
  })
})
