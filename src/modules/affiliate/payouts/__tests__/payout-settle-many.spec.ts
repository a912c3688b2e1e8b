import { InvalidInput } from "../../../../domain/errors"
import { AT, insert, seedProgram } from "../../__tests__/rows"
import { moduleSuite } from "../../__tests__/suite"

const LATER = new Date(AT.getTime() + 60_000)
const IDS = Array.from({ length: 40 }, (_, n) => `affpay_${String(n).padStart(2, "0")}`)

moduleSuite(({ service, sql }) => {
  const settle = (ids: string[], reference: string | null = "TX-1", ended_by = "user_2") =>
    service.payouts.settle({ ids, reference, ended_by, now: LATER })
  const payouts = () => sql()("affiliate_payout").orderBy("id")
  const add = (...rows: Record<string, unknown>[]) => insert(sql(), "affiliate_payout", ...rows)
  const numberOf = async (id: string) => Number((await sql()("affiliate_payout").where({ id }).first("number")).number)

  beforeEach(async () => {
    await seedProgram(sql())
    const affiliates = IDS.map((id) => ({ id: id.replace("affpay", "aff_p"), code: id }))
    await insert(sql(), "affiliate", ...affiliates)
    await add(...IDS.map((id, n) => ({ id, affiliate_id: affiliates[n]!.id, status: "processing" })))
  })

  it("settles exactly the named payouts", async () => {
    expect((await settle(["affpay_05", "affpay_02"])).sort()).toEqual(["affpay_02", "affpay_05"])
    const after = await payouts()
    expect(after.filter(({ status }) => status === "paid")).toMatchObject([
      { id: "affpay_02", reference: "TX-1", ended_by: "user_2", ended_at: LATER, updated_at: LATER },
      { id: "affpay_05", reference: "TX-1", ended_by: "user_2", ended_at: LATER, updated_at: LATER },
    ])
    expect(after.filter(({ status, ended_at }) => status === "processing" && ended_at === null)).toHaveLength(38)
  })

  it("a payout settled before with the same reference, or settled again with none, stays as it is", async () => {
    await settle(["affpay_01"])
    await settle(["affpay_02"], "TX-0")
    const [, first, second] = await payouts()
    expect(await settle(["affpay_01", "affpay_03"], "TX-1", "user_3")).toEqual(["affpay_03"])
    expect(await settle(["affpay_01", "affpay_02", "affpay_04"], null, "user_3")).toEqual(["affpay_04"])
    const after = await payouts()
    expect(after.slice(1, 3)).toEqual([first, second])
    expect(after.slice(3, 5)).toMatchObject([{ reference: "TX-1" }, { reference: null }])
  })

  it.each(["failed", "canceled"])("none is settled when one is %s", async (status) => {
    await add({ id: "affpay_bad", status }, { id: "affpay_bad2", status, currency_code: "usd" })
    const before = await payouts()
    const numbers = [await numberOf("affpay_bad"), await numberOf("affpay_bad2")]
    const said = numbers.map((number) => `payout ${number} is ${status} and cannot be settled`).join(", ")
    await expect(settle(["affpay_01", "affpay_bad", "affpay_bad2", "affpay_02"])).rejects.toThrow(new InvalidInput("status", said))
    expect(await payouts()).toEqual(before)
  })

  it("none is settled when one has another reference", async () => {
    await settle(["affpay_03"], "TX-0")
    await settle(["affpay_04"], null)
    const before = await payouts()
    const numbers = [await numberOf("affpay_03"), await numberOf("affpay_04")]
    await expect(settle(["affpay_01", "affpay_03", "affpay_04"])).rejects.toThrow(
      new InvalidInput("reference", `payout ${numbers[0]} was settled with TX-0, payout ${numbers[1]} was settled with no reference`)
    )
    expect(await payouts()).toEqual(before)
  })

  it("none is settled when one is unknown", async () => {
    const before = await payouts()
    await expect(settle(["affpay_01", "affpay_x", "affpay_y"])).rejects.toMatchObject({
      type: "not_found",
      message: "Affiliate payout with id: affpay_x, affpay_y was not found",
    })
    expect(await payouts()).toEqual(before)
  })

  it("of admins who settle the same payouts at once, in any order, one does, without a deadlock", async () => {
    const settled = await Promise.all(Array.from({ length: 8 }, (_, n) => settle(n % 2 ? IDS : [...IDS].reverse(), "TX-1", `user_${n}`)))
    expect(settled.map(({ length }) => length).sort()).toEqual([0, 0, 0, 0, 0, 0, 0, 40])
    expect(new Set((await payouts()).map(({ ended_by }) => ended_by as string)).size).toBe(1)
  })

  it("waits for an admin who is canceling one of them, and then settles none", async () => {
    const other = await sql().transaction()
    await other("affiliate_payout").where({ id: "affpay_07" }).update({ status: "canceled" })
    const settling = settle(IDS).catch((error: unknown) => error)
    await new Promise((resolve) => setTimeout(resolve, 200))
    await other.commit()
    expect(await settling).toEqual(new InvalidInput("status", `payout ${await numberOf("affpay_07")} is canceled and cannot be settled`))
    expect((await payouts()).filter(({ status }) => status === "processing")).toHaveLength(39)
  })
})
