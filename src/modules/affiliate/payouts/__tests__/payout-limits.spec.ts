import { AT, insert, posting, seedProgram } from "../../__tests__/rows"
import { moduleSuite } from "../../__tests__/suite"

moduleSuite(({ service, sql }) => {
  const DETAILS = { paypal: { email: "anna@example.com" }, wise: { account_holder: "Anna", email: "anna@example.com" }, transfer: {} }

  /** An affiliate with a balance and a chosen method, and what paying out does: "100.00 of 100.50 method_decimals". */
  async function paid(method: keyof typeof DETAILS, amount: string, currency_code: string, more: object = {}): Promise<string> {
    await sql()("affiliate_program").update({ payout_method: method, ...more })
    await insert(sql(), "affiliate_ledger_entry", ...posting(amount, { affiliate_id: "aff_1", currency_code }))
    if (method !== "transfer")
      await service.payouts.chooseMethod({ affiliate_id: "aff_1", method, details: DETAILS[method], created_by: "cus_1" })
    const seen = await service.payouts.preview({ program_id: "affprog_1", now: AT })
    const made = await service.payouts.create({ program_id: "affprog_1", now: AT, created_by: "user_1" })
    expect(made).toEqual(seen.map((account) => ({ ...account, payout_id: account.reason ? null : expect.any(String) })))
    expect(await sql()("affiliate_payout").select("amount")).toEqual(seen.flatMap((own) => (own.reason ? [] : [{ amount: own.amount }])))
    const [account] = made
    if (!account) return "nobody"
    return account.reason ?? [account.amount, "of", account.available, account.remaining_reason].filter((word) => word !== null).join(" ")
  }
  const balance = async () => (await service.ledger.listBalances(["aff_1"], AT)).get("aff_1")?.[0]

  beforeEach(() => seedProgram(sql()))

  it.each([
    ["paypal", "62.40", "eur", "62.40 of 62.40"],
    ["paypal", "100.50", "huf", "100.00 of 100.50 method_decimals"],
    ["paypal", "100.99", "twd", "100.00 of 100.99 method_decimals"],
    ["paypal", "100.00", "huf", "100.00 of 100.00"],
    ["paypal", "100", "jpy", "100 of 100"],
    ["paypal", "0.50", "huf", "amount_too_small"],
    ["paypal", "100.00", "rsd", "currency_not_supported"],
    ["paypal", "100.500", "kwd", "currency_not_supported"],
    ["paypal", "100", "isk", "currency_not_supported"],
    ["paypal", "100.00", "rub", "currency_not_supported"],
    ["wise", "100.50", "huf", "100.50 of 100.50"],
    ["wise", "100.00", "uah", "currency_not_supported"],
    ["wise", "1000001", "jpy", "1000000 of 1000001 method_maximum"],
    ["wise", "1000000", "jpy", "1000000 of 1000000"],
    ["transfer", "100.500", "kwd", "100.500 of 100.500"],
    ["transfer", "100.50", "huf", "100.50 of 100.50"],
  ] as const)("%s pays %s %s: %s", async (method, amount, currency, expected) => {
    expect(await paid(method, amount, currency)).toBe(expected)
  })

  it("what is not paid stays on the balance, and is paid with what is earned later", async () => {
    expect(await paid("paypal", "100.50", "huf")).toBe("100.00 of 100.50 method_decimals")
    expect(await balance()).toMatchObject({ available: "0.50", processing: "100.00" })
    await sql()("affiliate_payout").update({ status: "paid", ended_at: AT })
    await insert(sql(), "affiliate_ledger_entry", ...posting("9.75", { affiliate_id: "aff_1", currency_code: "huf" }))
    const [account] = await service.payouts.create({ program_id: "affprog_1", now: AT, created_by: "user_1" })
    expect(account).toMatchObject({ available: "10.25", amount: "10.00", remaining_reason: "method_decimals" })
    expect(await balance()).toMatchObject({ available: "0.25" })
  })

  it("a choice without details says which are missing", async () => {
    await expect(service.payouts.chooseMethod({ affiliate_id: "aff_1", method: "transfer", created_by: "cus_1" })).rejects.toThrow(
      "details.account_holder: is required"
    )
  })

  it("a minimum counts the balance, not what the method can carry of it", async () => {
    expect(await paid("paypal", "100.50", "huf", { payout_minimums: { huf: "100.50" } })).toBe("100.00 of 100.50 method_decimals")
  })
})
