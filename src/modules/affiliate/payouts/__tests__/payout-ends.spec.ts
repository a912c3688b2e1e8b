import { InvalidInput, messageOf } from "../../../../domain/errors"
import { AT, insert, posting, seedProgram } from "../../__tests__/rows"
import { moduleSuite } from "../../__tests__/suite"

const LATER = new Date(AT.getTime() + 60_000)

moduleSuite(({ service, sql }) => {
  const credit = (amount: string) => insert(sql(), "affiliate_ledger_entry", ...posting(amount))
  const make = async (): Promise<string> => {
    const [payout] = await service.payouts.create({ program_id: "affprog_1", created_by: "user_1", now: AT })
    return payout?.payout_id ?? ""
  }
  const settle = (id: string, reference: string | null = "TX-1", ended_by = "user_2") =>
    service.payouts.settle({ ids: [id], reference, ended_by, now: LATER }).then((settled) => settled.length > 0)
  const end = (id: string, status: "failed" | "canceled", reason = "Account closed") =>
    service.payouts.end({ id, status, reason, ended_by: "user_2", now: LATER })
  const balance = async () => (await service.ledger.listBalances(["aff_1"], LATER)).get("aff_1")
  const eur = (figures: object) => [
    { currency_code: "eur", pending: "0.00", available: "0.00", processing: "0.00", paid: "0.00", ...figures },
  ]
  const everything = async () => ({
    payouts: await sql()("affiliate_payout").orderBy("number"),
    entries: await sql()("affiliate_ledger_entry").orderBy("id"),
  })
  const numberOf = async (id: string) => Number((await sql()("affiliate_payout").where({ id }).first("number")).number)

  beforeEach(async () => {
    await seedProgram(sql())
    await credit("62.40")
  })

  it("settling marks a payout as paid, with its reference, and posts nothing", async () => {
    const id = await make()
    const { entries } = await everything()
    expect(await settle(id)).toBe(true)
    expect(await everything()).toMatchObject({
      payouts: [
        { id, amount: "62.40", status: "paid", reference: "TX-1", reason: null, created_by: "user_1", ended_by: "user_2", ended_at: LATER },
      ],
      entries,
    })
    expect(await balance()).toEqual(eur({ paid: "62.40" }))
  })

  it("settling again, with the same reference or none, writes nothing; with another it is refused", async () => {
    const id = await make()
    await settle(id)
    const before = await everything()
    expect([await settle(id, "TX-1", "user_3"), await settle(id, null, "user_3")]).toEqual([false, false])
    const message = `payout ${await numberOf(id)} was settled with TX-1`
    await expect(settle(id, "TX-2")).rejects.toThrow(new InvalidInput("reference", message))
    expect(await everything()).toEqual(before)
  })

  it("a payout settled without a reference does not take one later", async () => {
    const id = await make()
    expect([await settle(id, null), await settle(id, null)]).toEqual([true, false])
    const message = `reference: payout ${await numberOf(id)} was settled with no reference`
    await expect(settle(id, "TX-1")).rejects.toThrow(message)
  })

  it("a payout settled without a reference keeps the one it was sent with", async () => {
    const id = await make()
    await sql()("affiliate_payout").where({ id }).update({ reference: "TX-0" })
    expect(await settle(id, null)).toBe(true)
    expect(await sql()("affiliate_payout").first("status", "reference")).toEqual({ status: "paid", reference: "TX-0" })
  })

  it.each(["failed", "canceled"] as const)("a %s payout credits the money back, once, and it can be paid out again", async (status) => {
    const id = await make()
    expect(await end(id, status)).toBe(true)
    expect(await everything()).toMatchObject({
      payouts: [{ id, status, reason: "Account closed", reference: null, ended_by: "user_2", ended_at: LATER }],
    })
    const posted = {
      affiliate_id: "aff_1",
      program_id: "affprog_1",
      currency_code: "eur",
      source_id: id,
      available_at: LATER,
      occurred_at: LATER,
    }
    expect(await sql()("affiliate_ledger_entry").where({ source_type: "payout_reversal" }).orderBy("account")).toMatchObject([
      { account: "affiliate", amount: "62.40", ...posted },
      { account: "payout", amount: "-62.40", ...posted },
    ])
    expect(await balance()).toEqual(eur({ available: "62.40" }))

    const before = await everything()
    expect(await end(id, status, "Another reason")).toBe(false)
    expect(await everything()).toEqual(before)

    const again = await service.payouts.create({ program_id: "affprog_1", created_by: "user_1", now: LATER })
    expect(again).toMatchObject([{ available: "62.40", reason: null }])
    expect(await balance()).toEqual(eur({ processing: "62.40" }))
    expect(await sql()("affiliate_ledger_entry").where({ account: "payout" }).sum("amount as sum").first()).toEqual({ sum: "62.40" })
  })

  it.each([
    ["settled", "failed", "paid and cannot become failed"],
    ["settled", "canceled", "paid and cannot become canceled"],
    ["failed", "canceled", "failed and cannot become canceled"],
    ["canceled", "failed", "canceled and cannot become failed"],
    ["failed", "settled", "failed and cannot be settled"],
    ["canceled", "settled", "canceled and cannot be settled"],
  ] as const)("a payout that was %s cannot be %s: it is said to be %s", async (first, second, message) => {
    const id = await make()
    const act = (verb: "settled" | "failed" | "canceled") => (verb === "settled" ? settle(id) : end(id, verb))
    await act(first)
    const before = await everything()
    const refusal = new InvalidInput("status", `payout ${await numberOf(id)} is ${message}`)
    await expect(act(second)).rejects.toThrow(refusal)
    expect(await everything()).toEqual(before)
  })

  it.each([
    ["never sent", null, null, true],
    ["sent meanwhile, for the first time", "2016-05-01T12:00:00.123Z", null, false],
    ["sent at the expected time, to the millisecond", "2016-05-01T12:00:00.123456Z", "2016-05-01T12:00:00.123Z", true],
    ["sent once more meanwhile", "2016-05-01T12:15:00.000Z", "2016-05-01T12:00:00.000Z", false],
    ["not sent, although a time is expected", null, "2016-05-01T12:00:00.000Z", false],
    ["sent at any time, when no time is expected", "2016-05-01T12:00:00.000Z", undefined, true],
  ])("a payout that was %s fails just then", async (_, sentAt, seen, fails) => {
    const id = await make()
    await sql()("affiliate_payout").where({ id }).update({ sent_at: sentAt })
    const sent_at = typeof seen === "string" ? new Date(seen) : seen
    const message = `status: payout ${await numberOf(id)} was sent meanwhile: look what became of it`
    const failing = service.payouts.end({ id, status: "failed", reason: "Gone", ended_by: "user_2", sent_at, now: LATER })
    expect(await failing.catch((error: unknown) => messageOf(error))).toBe(fails || message)
    expect(await balance()).toEqual(eur(fails ? { available: "62.40" } : { processing: "62.40" }))
  })

  it("a payout that was sent is not canceled, whatever time is expected", async () => {
    const id = await make()
    const sent_at = new Date("2016-05-01T12:00:00.000Z")
    await sql()("affiliate_payout").where({ id }).update({ sent_at })
    const canceling = service.payouts.end({ id, status: "canceled", reason: "Wrong", ended_by: "user_2", sent_at, now: LATER })
    await expect(canceling).rejects.toThrow("was sent and cannot be canceled: it is paid, or it fails")
  })

  it("an unknown payout is not found", async () => {
    await expect(settle("affpay_x")).rejects.toMatchObject({ type: "not_found" })
    await expect(end("affpay_x", "failed")).rejects.toMatchObject({ type: "not_found" })
  })

  it("a refund during a payout is carried forward and netted with later commissions", async () => {
    const id = await make()
    await credit("-12.40")
    expect(await balance()).toEqual(eur({ available: "-12.40", processing: "62.40" }))
    await settle(id)
    expect(await balance()).toEqual(eur({ available: "-12.40", paid: "62.40" }))
    expect(await service.payouts.preview({ program_id: "affprog_1", now: LATER })).toMatchObject([
      { available: "-12.40", reason: "nothing_available" },
    ])

    await credit("20")
    const next = await service.payouts.create({ program_id: "affprog_1", created_by: "user_1", now: LATER })
    expect(next).toMatchObject([{ available: "7.60", reason: null }])
    expect(await balance()).toEqual(eur({ processing: "7.60", paid: "62.40" }))
  })

  it("a refund during a payout is netted when the payout fails", async () => {
    const id = await make()
    await credit("-12.40")
    await end(id, "failed")
    expect(await balance()).toEqual(eur({ available: "50.00" }))
  })
})
