import { CartRefused } from "../../../../domain/errors"
import { AT, insert, seedProgram } from "../../__tests__/rows"
import { createStoreTables } from "../../__tests__/store-tables"
import { moduleSuite } from "../../__tests__/suite"

moduleSuite(({ service, sql }) => {
  beforeEach(async () => {
    await createStoreTables(sql())
    await sql()("promotion").insert({ id: "promo_1", code: "WELCOME-1", status: "active" })
    await seedProgram(sql())
    await insert(sql(), "affiliate", { id: "aff_2" })
    await insert(sql(), "affiliate_promo_code", { id: "code_1", code: "WELCOME-1", promotion_id: "promo_1" })
    await insert(sql(), "affiliate_promo_code", { id: "code_2", code: "WELCOME-2", affiliate_id: "aff_2" })
    await insert(sql(), "affiliate_promo_code", { id: "code_3", code: "WELCOME-3", affiliate_id: "aff_2", template: "OLD", deleted_at: AT })
  })

  it("promo codes are found in any letter case, and removed ones are not", async () => {
    const found = await service.promoCodes.find([" welcome-1", "Welcome-2", "WELCOME-3", "SUMMER"])
    expect(found.sort((a, b) => (a.id < b.id ? -1 : 1))).toEqual([
      { id: "code_1", code: "WELCOME-1", promotion_id: "promo_1", store_codes: [] },
      { id: "code_2", code: "WELCOME-2", promotion_id: null, store_codes: [] },
    ])
    expect(await service.promoCodes.find([])).toEqual([])
  })

  it.each([
    ["renamed", { code: "SPRING" }],
    ["switched off", { status: "inactive" }],
    ["deleted", { deleted_at: AT }],
  ])("a code is found without its promotion that was %s", async (_, change) => {
    await sql()("promotion").where({ id: "promo_1" }).update(change)
    expect(await service.promoCodes.find(["WELCOME-1"])).toMatchObject([{ id: "code_1", promotion_id: null }])
  })

  it("a promotion of the store is told from the code's own, by its exact letters", async () => {
    const other = { id: "promo_2", code: "welcome-2", status: "active" }
    const own = { id: "promo_3", code: "WELCOME-2", status: "active", metadata: { affiliate_promo_code_id: "code_2" } }
    await sql()("promotion").insert([other, own])
    const found = async (typed: string) => (await service.promoCodes.find([typed]))[0]?.store_codes
    expect([await found("welcome-2"), await found("Welcome-2"), await found("WELCOME-2")]).toEqual([["welcome-2"], [], []])
  })

  it("codes are removed from the given cart only; clicks stay", async () => {
    const code = (cart_id: string, source_id: string) => ({ cart_id, source: "promo_code", source_id })
    await insert(sql(), "affiliate_cart_attribution", code("cart_1", "code_1"), code("cart_2", "code_1"), code("cart_3", "code_2"))
    await insert(sql(), "affiliate_cart_attribution", { cart_id: "cart_1", source_id: "click_1" })
    const left = () => sql()("affiliate_cart_attribution").whereNull("deleted_at").orderBy(["cart_id", "source_id"]).pluck("source_id")

    await service.attribution.removeCartCodes("cart_1", ["code_2", "click_1"], AT)
    const untouched = await left()
    await service.attribution.removeCartCodes("cart_1", ["code_1"], AT)
    const removed = await left()
    await service.attribution.keepCartCodes("cart_3", ["code_2"], AT)
    const kept = await left()
    await service.attribution.keepCartCodes("cart_3", [], AT)
    expect([untouched, removed, kept, await left()]).toEqual([
      ["click_1", "code_1", "code_1", "code_2"],
      ["click_1", "code_1", "code_2"],
      ["click_1", "code_1", "code_2"],
      ["click_1", "code_1"],
    ])
  })

  it.each([
    ["a bare click id", "affclk_01JS0000000000000000000000"],
    ["nothing", undefined],
    ["a token of another store", "k1.YWZmY2xrXzF-OTk5OTk5OTk5OQ.AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"],
  ])("%s is no token: nothing is written, and at registration nothing is said", async (_, token) => {
    await expect(service.attribution.attributeCartByToken("cart_1", token, AT)).rejects.toThrow(new CartRefused("invalid_token"))
    expect(await service.referrals.referCustomer(token, { customer_id: "cus_1", sales_channel_ids: [], now: AT })).toBeNull()
    expect(await sql()("affiliate_cart_attribution")).toEqual([])
  })
})
