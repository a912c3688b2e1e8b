import { AT, insert, posting, seedProgram, type Table } from "../../__tests__/rows"
import { moduleSuite, refusalOf } from "../../__tests__/suite"

const ACCEPTED = ["accepted", ""]
const UNBALANCED = ["AF004", "the entries of a source must add up to zero"]
const [ACCOUNT, EXPENSE] = [{ account: "affiliate" }, { account: "program_expense" }]

moduleSuite(({ service, sql }) => {
  beforeEach(() => seedProgram(sql()))

  it("the database refuses entries that do not add up to zero for each source and currency", async () => {
    const entries = (...legs: Record<string, unknown>[]) => refusalOf(insert(sql(), "affiliate_ledger_entry", ...legs))
    expect({
      "both legs": await entries(...posting("10")),
      "a debit": await entries(...posting("-10.55")),
      "legs of nothing": await entries(...posting("0")),
      "several postings at once": await entries(...posting("10"), ...posting("7", { currency_code: "jpy" }), ...posting("-3")),
      "one leg": await entries({ amount: "10" }),
      "a cent apart": await entries({ source_id: "a", ...ACCOUNT, amount: "10" }, { source_id: "a", ...EXPENSE, amount: "-9.99" }),
      "two currencies": await entries(
        { source_id: "b", ...ACCOUNT, amount: "10" },
        { source_id: "b", ...EXPENSE, amount: "-10", currency_code: "usd" }
      ),
      "two sources": await entries({ source_id: "c", ...ACCOUNT, amount: "10" }, { source_id: "d", ...EXPENSE, amount: "-10" }),
      "two kinds of source": await entries(
        { source_id: "e", ...ACCOUNT, amount: "10" },
        { source_id: "e", ...EXPENSE, amount: "-10", source_type: "period_line" }
      ),
      "one posting good, one bad": await entries(...posting("10"), { amount: "1" }),
      "no number": await entries(...posting("NaN").map((leg) => ({ ...leg, amount: "NaN" }))),
    }).toEqual({
      "both legs": ACCEPTED,
      "a debit": ACCEPTED,
      "legs of nothing": ACCEPTED,
      "several postings at once": ACCEPTED,
      "one leg": UNBALANCED,
      "a cent apart": UNBALANCED,
      "two currencies": UNBALANCED,
      "two sources": UNBALANCED,
      "two kinds of source": UNBALANCED,
      "one posting good, one bad": UNBALANCED,
      "no number": ["23514", "CK_affiliate_ledger_entry_amount_is_rounded"],
    })
    expect(await sql()("affiliate_ledger_entry").sum("amount as sum").count("id as count").first()).toEqual({ sum: "0.00", count: "12" })
  })

  it("the database refuses amounts with more decimals than their currency", async () => {
    const exact = { eur: "0.01", EUR: "-0.01", jpy: "1", kwd: "0.001", clf: "-0.0001", zzz: "0.01" }
    const finer = { eur: "0.001", EUR: "-0.001", jpy: "0.5", kwd: "0.0001", clf: "-0.00001", zzz: "0.001" }
    const columns: [Table, string][] = [
      ["affiliate_commission", "amount"],
      ["affiliate_commission", "expense_amount"],
      ["affiliate_adjustment", "amount"],
      ["affiliate_ledger_entry", "amount"],
    ]
    for (const [table, column] of columns) {
      const write = (currency_code: string, amount: string) => {
        const rows = table === "affiliate_ledger_entry" ? posting(amount, { currency_code }) : [{ [column]: amount, currency_code }]
        return refusalOf(insert(sql(), table, ...rows))
      }
      for (const [currency, amount] of Object.entries(exact))
        expect([table, currency, await write(currency, amount)]).toEqual([table, currency, ACCEPTED])
      for (const [currency, amount] of Object.entries(finer)) {
        expect([table, currency, await write(currency, amount)]).toEqual([table, currency, ["23514", `CK_${table}_${column}_is_rounded`]])
      }
    }
  })

  it("amounts are exact, beyond the precision of floats", async () => {
    await insert(sql(), "affiliate_commission", { expense_amount: "90071992547409.93", amount: "90071992547409.91" })
    await insert(sql(), "affiliate_ledger_entry", ...posting("90071992547409.93"))
    expect(await sql()("affiliate_commission").first("expense_amount", "amount")).toEqual({
      expense_amount: "90071992547409.93",
      amount: "90071992547409.91",
    })
    expect(await sql()("affiliate_ledger_entry").orderBy("account").pluck("amount")).toEqual(["90071992547409.93", "-90071992547409.93"])
  })

  it("an adjustment writes a row with author and reason, and two entries", async () => {
    const { id } = await service.ledger.adjust({
      affiliate_id: "aff_1",
      amount: "-12.30",
      currency_code: "eur",
      reason: "Paid twice",
      created_by: "user_1",
      now: AT,
    })

    expect(
      await sql()("affiliate_adjustment").select("id", "affiliate_id", "program_id", "amount", "reason", "created_by", "occurred_at")
    ).toEqual([
      { id, affiliate_id: "aff_1", program_id: "affprog_1", amount: "-12.30", reason: "Paid twice", created_by: "user_1", occurred_at: AT },
    ])
    const entries = await sql()("affiliate_ledger_entry")
      .orderBy("account")
      .select("account", "amount", "source_type", "source_id", "period", "available_at")
    expect(entries).toEqual([
      { account: "affiliate", amount: "-12.30", source_type: "adjustment", source_id: id, period: null, available_at: AT },
      { account: "program_expense", amount: "12.30", source_type: "adjustment", source_id: id, period: null, available_at: AT },
    ])
  })

  it("an adjustment whose entries are refused writes nothing", async () => {
    const refused = service.ledger.adjust({
      ...{ affiliate_id: "aff_1", amount: "0.001", currency_code: "eur", reason: "Too fine", created_by: "user_1" },
      now: AT,
    })
    expect(await refusalOf(refused)).toEqual(["23514", "CK_affiliate_adjustment_amount_is_rounded"])
    expect(await sql()("affiliate_adjustment")).toEqual([])
  })

  it("commissions of open periods and credits on hold are pending; what reversals take back and the rest is available", async () => {
    const later = new Date(AT.getTime() + 1)
    await insert(sql(), "affiliate", { id: "aff_2", code: "bert" })
    await insert(sql(), "affiliate_program", { id: "affprog_2" })
    await insert(sql(), "affiliate_period", { id: "affper_2", period: "2026-03" }, { program_id: "affprog_2", period: "2026-03" })
    await insert(sql(), "affiliate_commission", { amount: "10.10" }, { amount: "-0.20" }, { amount: "500", currency_code: "jpy" })
    await insert(sql(), "affiliate_commission", { amount: "99", period: "2026-03" }, { amount: "7.77", affiliate_id: "aff_2" })
    await sql()("affiliate_period").where({ id: "affper_2" }).update({ status: "closed" })
    await insert(sql(), "affiliate_ledger_entry", ...posting("100.50"), ...posting("-0.50"), ...posting("20", { available_at: later }))
    await insert(sql(), "affiliate_ledger_entry", ...posting("1", { available_at: AT, currency_code: "usd" }))

    expect(await service.ledger.listBalances(["aff_1", "aff_2", "aff_nobody"], AT)).toEqual(
      new Map([
        [
          "aff_1",
          [
            { currency_code: "eur", pending: "30.10", available: "99.80", processing: "0.00", paid: "0.00" },
            { currency_code: "jpy", pending: "500", available: "0", processing: "0", paid: "0" },
            { currency_code: "usd", pending: "0.00", available: "1.00", processing: "0.00", paid: "0.00" },
          ],
        ],
        ["aff_2", [{ currency_code: "eur", pending: "7.77", available: "0.00", processing: "0.00", paid: "0.00" }]],
        ["aff_nobody", []],
      ])
    )
  })
})
