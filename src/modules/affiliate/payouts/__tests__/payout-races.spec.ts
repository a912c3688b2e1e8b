import { AT, insert, posting, row, seedProgram } from "../../__tests__/rows"
import { moduleSuite, refusalOf } from "../../__tests__/suite"

const AFFILIATES = Array.from({ length: 20 }, (_, n) => `aff_r${String(n).padStart(2, "0")}`)
const outcomes = (made: { reason: string | null }[][]) => {
  const reasons = made.flat().map(({ reason }) => reason ?? "paid")
  return Object.fromEntries([...new Set(reasons)].sort().map((reason) => [reason, reasons.filter((other) => other === reason).length]))
}

moduleSuite(({ service, sql }) => {
  const make = (affiliate_ids?: string[]) =>
    service.payouts.create({ program_id: "affprog_1", affiliate_ids, created_by: "user_1", now: AT })
  const credit = (affiliate_id: string, amount: string) => insert(sql(), "affiliate_ledger_entry", ...posting(amount, { affiliate_id }))
  const sums = () =>
    sql()("affiliate_ledger_entry")
      .where("source_type", "like", "payout%")
      .groupBy("account")
      .orderBy("account")
      .select("account")
      .sum("amount as sum")

  beforeEach(() => seedProgram(sql()))

  it("of eight admins who pay everybody at once, one pays and the others get the reason", async () => {
    await insert(sql(), "affiliate", ...AFFILIATES.map((id) => ({ id, code: id })))
    for (const id of AFFILIATES) await credit(id, "10.01")

    const made = await Promise.all(Array.from({ length: 8 }, () => make()))
    expect(outcomes(made)).toEqual({ already_processing: 140, paid: 20 })
    expect(await sums()).toEqual([
      { account: "affiliate", sum: "-200.20" },
      { account: "payout", sum: "200.20" },
    ])
    expect(await sql()("affiliate_payout").countDistinct("affiliate_id as affiliates").count("id as payouts").first()).toEqual({
      affiliates: "20",
      payouts: "20",
    })
  })

  it("two admins who pay the same affiliates in different order do not deadlock", async () => {
    await insert(sql(), "affiliate", ...AFFILIATES.map((id) => ({ id, code: id })))
    for (const id of AFFILIATES) await credit(id, "10")
    const made = await Promise.all(Array.from({ length: 8 }, (_, n) => make(n % 2 ? AFFILIATES : [...AFFILIATES].reverse())))
    expect(outcomes(made)).toEqual({ already_processing: 140, paid: 20 })
  })

  it("a payout run waits for a posting that has begun, and pays what is left then", async () => {
    await credit("aff_1", "50")
    const posting_ = await sql().transaction()
    await insert(posting_, "affiliate_ledger_entry", ...posting("-20"))
    const paying = make()
    await new Promise((resolve) => setTimeout(resolve, 200))
    await posting_.commit()
    expect(await paying).toMatchObject([{ available: "30.00", reason: null }])
  })

  it("where a lock does not stop another writer, the unique key prevents a second payout", async () => {
    await credit("aff_1", "50")
    const other = await sql().transaction()
    // Without the foreign key's lock on the affiliate, as another writer could do it.
    await other.raw("SET LOCAL session_replication_role = replica")
    await insert(other, "affiliate_payout", { amount: "50" })
    const paying = make()
    await new Promise((resolve) => setTimeout(resolve, 200))
    await other.commit()
    expect(await paying).toMatchObject([{ available: "50.00", reason: "already_processing", payout_id: null }])
    expect(await sums()).toEqual([])
  })

  it("of ten admins who settle, fail and cancel at once, one does, and the money is credited back at most once", async () => {
    await credit("aff_1", "50")
    const [payout] = await make()
    const ending = { id: payout!.payout_id!, ended_by: "user_1", now: AT }
    const ends = await Promise.allSettled(
      Array.from({ length: 10 }, (_, n) =>
        n % 3 === 0
          ? service.payouts.settle({ ids: [ending.id], ended_by: "user_1", now: AT, reference: "TX-1" }).then(({ length }) => length > 0)
          : service.payouts.end({ ...ending, status: n % 3 === 1 ? "failed" : "canceled", reason: "Came back" })
      )
    )
    expect(ends.filter((result) => result.status === "fulfilled" && result.value)).toHaveLength(1)
    const { status } = await sql()("affiliate_payout").first("status")
    const [available, , sum] = status === "paid" ? ["0.00", "50.00", "50.00"] : ["50.00", "0.00", "0.00"]
    expect((await service.ledger.listBalances(["aff_1"], AT)).get("aff_1")).toMatchObject([{ available, processing: "0.00" }])
    expect((await sums())[1]).toEqual({ account: "payout", sum })
  })
})

moduleSuite(({ sql }) => {
  beforeEach(() => seedProgram(sql()))

  it("an affiliate has at most one processing payout per currency", async () => {
    const add = (more: Record<string, unknown>) => refusalOf(insert(sql(), "affiliate_payout", more))
    expect({
      first: await add({}),
      second: await add({}),
      "another currency": await add({ currency_code: "usd" }),
      "one that has ended": await add({ status: "failed" }),
    }).toEqual({
      first: ["accepted", ""],
      second: ["23505", "IDX_affiliate_payout_affiliate_id_currency_code_unique"],
      "another currency": ["accepted", ""],
      "one that has ended": ["accepted", ""],
    })
  })

  it("a payout's money never changes, an ended one never at all, and none is deleted", async () => {
    await insert(sql(), "affiliate_payout", { id: "affpay_open" }, { id: "affpay_paid", status: "paid" })
    await insert(sql(), "affiliate_payout", { id: "affpay_failed", status: "failed" }, { id: "affpay_canceled", status: "canceled" })
    await insert(sql(), "affiliate", { id: "aff_2", code: "bert" })
    const before = await sql()("affiliate_payout").orderBy("id")
    const change = (id: string, columns: object) => refusalOf(sql()("affiliate_payout").where({ id }).update(columns))
    const refused = ["AF003", "Rows of affiliate_payout are never updated or deleted: append a correction"]

    for (const columns of [{ amount: "11" }, { currency_code: "usd" }, { affiliate_id: "aff_2" }, { program_id: "affprog_2" }]) {
      expect([columns, await change("affpay_open", columns)]).toEqual([columns, refused])
    }
    for (const id of ["affpay_paid", "affpay_failed", "affpay_canceled"]) {
      expect([id, await change(id, { status: "processing" }), await change(id, { reference: "TX" })]).toEqual([id, refused, refused])
    }
    for (const { id } of before) expect(await refusalOf(sql()("affiliate_payout").where({ id }).delete())).toEqual(refused)
    expect(await sql()("affiliate_payout").orderBy("id")).toEqual(before)
    expect(await change("affpay_open", { reference: "TX" })).toEqual(["accepted", ""])
  })

  it("the database refuses a payout that is not positive, not exact to the currency's digits, or of no affiliate", async () => {
    const add = (more: Record<string, unknown>) => refusalOf(sql()("affiliate_payout").insert(row("affiliate_payout", more)))
    const amount = ["23514", "CK_affiliate_payout_amount"]
    expect([
      await add({ amount: "0" }),
      await add({ amount: "-1" }),
      await add({ amount: "0.001" }),
      await add({ amount: "0.5", currency_code: "jpy" }),
      await add({ amount: "Infinity" }),
      await add({ affiliate_id: "aff_x" }),
    ]).toEqual([amount, amount, amount, amount, amount, ["23503", "FK_affiliate_payout_affiliate"]])
  })
})
