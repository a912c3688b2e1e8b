import type { PayoutRequest } from "../create-payouts"
import { AT, insert, posting, seedProgram } from "../../__tests__/rows"
import { moduleSuite } from "../../__tests__/suite"

const later = (ms: number): Date => new Date(AT.getTime() + ms)

moduleSuite(({ service, sql }) => {
  const credit = (affiliate_id: string, amount: string, currency_code = "eur", more = {}) =>
    insert(sql(), "affiliate_ledger_entry", ...posting(amount, { affiliate_id, currency_code, ...more }))
  const asked = (more: Partial<PayoutRequest>) => ({ program_id: "affprog_1", now: AT, ...more })
  const make = (more: Partial<PayoutRequest> = {}) => service.payouts.create({ ...asked(more), created_by: "user_1" })
  /** "aff_1 eur 62.40", or why it is not paid. */
  const preview = async (more: Partial<PayoutRequest> = {}) =>
    (await service.payouts.preview(asked(more))).map((a) => `${a.affiliate_id} ${a.currency_code} ${a.available} ${a.reason ?? "paid"}`)
  const made = async (more: Partial<PayoutRequest> = {}) =>
    (await make(more)).map((a) => `${a.affiliate_id} ${a.currency_code} ${a.available} ${a.reason ?? "paid"}`)
  const payouts = () =>
    sql()("affiliate_payout").orderBy("number").select("affiliate_id", "currency_code", "amount", "status", "created_by", "created_at")
  const payoutEntries = () =>
    sql()("affiliate_ledger_entry").where("source_type", "like", "payout%").orderBy(["affiliate_id", "currency_code", "account"])

  beforeEach(async () => {
    await seedProgram(sql())
    await insert(sql(), "affiliate", { id: "aff_2", code: "bert" })
  })

  it("a payout run pays what is available and debits the balance", async () => {
    await credit("aff_1", "50.10")
    await credit("aff_1", "12.30")
    await credit("aff_2", "0.01")

    const [first, second] = await make()
    expect([first, second]).toEqual([
      {
        affiliate_id: "aff_1",
        affiliate_code: "anna",
        currency_code: "eur",
        available: "62.40",
        amount: "62.40",
        remaining_reason: null,
        method: "transfer",
        payout_details_id: null,
        masked_details: "",
        reason: null,
        payout_id: expect.stringMatching(/^affpay_/),
      },
      {
        ...first,
        affiliate_id: "aff_2",
        affiliate_code: "bert",
        available: "0.01",
        amount: "0.01",
        payout_id: expect.stringMatching(/^affpay_/),
      },
    ])
    const payout = { currency_code: "eur", status: "processing", created_by: "user_1", created_at: AT }
    expect(await payouts()).toEqual([
      { affiliate_id: "aff_1", amount: "62.40", ...payout },
      { affiliate_id: "aff_2", amount: "0.01", ...payout },
    ])
    const posted = { program_id: "affprog_1", currency_code: "eur", source_type: "payout", period: null, available_at: AT, occurred_at: AT }
    expect(await payoutEntries()).toMatchObject([
      { affiliate_id: "aff_1", source_id: first!.payout_id, account: "affiliate", amount: "-62.40", ...posted },
      { affiliate_id: "aff_1", source_id: first!.payout_id, account: "payout", amount: "62.40", ...posted },
      { affiliate_id: "aff_2", source_id: second!.payout_id, account: "affiliate", amount: "-0.01", ...posted },
      { affiliate_id: "aff_2", source_id: second!.payout_id, account: "payout", amount: "0.01", ...posted },
    ])
    expect(await service.ledger.listBalances(["aff_1"], AT)).toEqual(
      new Map([["aff_1", [{ currency_code: "eur", pending: "0.00", available: "0.00", processing: "62.40", paid: "0.00" }]]])
    )
  })

  it("a preview shows what is then paid, account by account, and writes nothing", async () => {
    await credit("aff_1", "62.40")
    await credit("aff_1", "7", "usd")
    await credit("aff_2", "-3")
    await sql()("affiliate_program").update({ payout_minimums: { eur: "50.00", usd: "7.01" } })

    const seen = await preview()
    expect(seen).toEqual(["aff_1 eur 62.40 paid", "aff_1 usd 7.00 below_minimum", "aff_2 eur -3.00 nothing_available"])
    expect(await payouts()).toEqual([])
    expect(await made()).toEqual(seen)
  })

  it("a second run pays nothing: processing payouts stay, and settled ones leave nothing to pay", async () => {
    await credit("aff_1", "60")
    const [payout] = await make()
    await credit("aff_1", "5")
    expect(await made()).toEqual(["aff_1 eur 5.00 already_processing"])

    await service.payouts.settle({ ids: [payout!.payout_id!], reference: null, ended_by: "user_1", now: AT })
    expect(await made()).toEqual(["aff_1 eur 5.00 paid"])
    expect(await payouts()).toMatchObject([
      { amount: "60.00", status: "paid" },
      { amount: "5.00", status: "processing" },
    ])
  })

  it("two currencies of one affiliate are two payouts, each with its own minimum and status", async () => {
    await credit("aff_1", "60")
    await make()
    await credit("aff_1", "9", "usd")
    expect(await made()).toEqual(["aff_1 eur 0.00 already_processing", "aff_1 usd 9.00 paid"])
  })

  it.each([
    ["a cent below the minimum", "49.99", "below_minimum"],
    ["just the minimum", "50.00", "paid"],
    ["nothing", "0", "nothing_available"],
    ["a debt", "-10", "nothing_available"],
  ])("%s: %s is %s", async (_, amount, outcome) => {
    await sql()("affiliate_program").update({ payout_minimums: { eur: "50.00" } })
    await credit("aff_1", amount)
    expect((await make())[0]!.reason ?? "paid").toBe(outcome)
    expect(await sql()("affiliate_payout").count("id as count").first()).toEqual({ count: outcome === "paid" ? "1" : "0" })
  })

  it("yen have no decimals and dinars have three", async () => {
    await sql()("affiliate_program").update({ payout_minimums: { jpy: "1000", kwd: "0.005" } })
    await credit("aff_1", "1000", "jpy")
    await credit("aff_1", "0.004", "kwd")
    await credit("aff_2", "999", "jpy")
    await credit("aff_2", "0.005", "kwd")
    expect(await made()).toEqual([
      "aff_1 jpy 1000 paid",
      "aff_1 kwd 0.004 below_minimum",
      "aff_2 jpy 999 below_minimum",
      "aff_2 kwd 0.005 paid",
    ])
    expect((await payouts()).map(({ amount }: { amount: string }) => amount)).toEqual(["1000", "0.005"])
  })

  it("credits on hold and open periods are not paid, debits are netted first", async () => {
    await credit("aff_1", "100")
    await credit("aff_1", "-30.50")
    await credit("aff_1", "1000", "eur", { available_at: later(1) })
    await insert(sql(), "affiliate_commission", { amount: "500" })
    expect(await made()).toEqual(["aff_1 eur 69.50 paid"])
    expect(await preview({ now: later(1) })).toEqual(["aff_1 eur 1000.00 already_processing"])
  })

  it("a credit that becomes available at this very moment is paid", async () => {
    await credit("aff_1", "10", "eur", { available_at: AT })
    expect(await made({ now: later(-1) })).toEqual(["aff_1 eur 0.00 nothing_available"])
    expect(await made()).toEqual(["aff_1 eur 10.00 paid"])
  })

  it("a payout counts at once for a process whose clock is behind", async () => {
    await credit("aff_1", "10", "eur", { available_at: later(-5000) })
    const [payout] = await make({ now: AT })
    await service.payouts.settle({ ids: [payout!.payout_id!], reference: null, ended_by: "user_1", now: AT })
    expect(await made({ now: later(-1000) })).toEqual(["aff_1 eur 0.00 nothing_available"])
  })

  it("a run pays only the requested affiliates and currency", async () => {
    await insert(sql(), "affiliate_program", { id: "affprog_2" })
    await insert(sql(), "affiliate", { id: "aff_9", code: "zoe", program_id: "affprog_2" })
    for (const id of ["aff_1", "aff_2"]) {
      await credit(id, "10")
      await credit(id, "20", "usd")
    }
    await credit("aff_9", "99", "eur", { program_id: "affprog_2" })

    expect(await made({ affiliate_ids: ["aff_2", "aff_9"], currency_code: "usd" })).toEqual(["aff_2 usd 20.00 paid"])
    expect(await payoutEntries()).toMatchObject([{ affiliate_id: "aff_2" }, { affiliate_id: "aff_2" }])
    expect(await made({ currency_code: "eur" })).toEqual(["aff_1 eur 10.00 paid", "aff_2 eur 10.00 paid"])
    expect(await preview()).not.toEqual(expect.arrayContaining([expect.stringContaining("aff_9")]))
  })

  it("a requested affiliate gets an account, also without any entry", async () => {
    await credit("aff_1", "10")
    expect(await preview()).toEqual(["aff_1 eur 10.00 paid"])
    expect(await made({ affiliate_ids: ["aff_1", "aff_2"], currency_code: "jpy" })).toEqual([
      "aff_1 jpy 0 nothing_available",
      "aff_2 jpy 0 nothing_available",
    ])
    expect(await made({ affiliate_ids: ["aff_2"] })).toEqual(["aff_2 null 0.00 nothing_available"])
    expect(await payouts()).toEqual([])
  })

  it("a suspended affiliate is paid only when requested", async () => {
    await credit("aff_1", "10")
    await sql()("affiliate").where({ id: "aff_1" }).update({ status: "suspended" })
    expect(await made()).toEqual(["aff_1 eur 10.00 affiliate_not_active"])
    expect(await made({ affiliate_ids: ["aff_1"] })).toEqual(["aff_1 eur 10.00 paid"])
  })

  it("one affiliate's payout leaves the rows of all others as they were", async () => {
    await credit("aff_1", "10")
    await credit("aff_2", "20")
    const others = () => sql()("affiliate_ledger_entry").where({ affiliate_id: "aff_2" }).orderBy("id")
    const before = await others()
    const [payout] = await make({ affiliate_ids: ["aff_1"] })
    await service.payouts.end({ id: payout!.payout_id!, status: "canceled", reason: "Wrong", ended_by: "user_1", now: AT })
    expect(await others()).toEqual(before)
    expect((await service.ledger.listBalances(["aff_2"], AT)).get("aff_2")).toMatchObject([{ available: "20.00", processing: "0.00" }])
  })

  it("a payout debits exactly its amount, beyond the precision of floats", async () => {
    await credit("aff_1", "90071992547409.93")
    await credit("aff_1", "0.02")
    expect(await made()).toEqual(["aff_1 eur 90071992547409.95 paid"])
    expect(await sql()("affiliate_ledger_entry").where({ account: "payout" }).pluck("amount")).toEqual(["90071992547409.95"])
  })
})
