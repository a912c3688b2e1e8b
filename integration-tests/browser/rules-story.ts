import BigNumber from "bignumber.js"
import type { Locator } from "playwright-core"

import type { AdminAffiliateCommissionRuleListResponse, AdminOrderAffiliateResponse } from "../../src/types"
import { type Affiliate, affiliateWithMoney } from "./affiliate"
import { DashboardPage } from "./dashboard-page"
import { eventually } from "./eventually"
import { customerOf, registerCustomer, strangerOf } from "./http"
import type { Stage } from "./money-story"
import { orderByToken } from "./order"

/** How a merchant groups affiliates and pays different rates. Called inside a `describe` whose page is logged in. */
export function tellRulesStory(stage: () => Stage): void {
  const dashboard = (): DashboardPage => new DashboardPage(stage().page, stage().demo.url)
  const dialog = (): Locator => stage().page.getByRole("dialog").last()
  const button = (name: string, within: Locator = dialog()): Locator => within.getByRole("button", { name, exact: true })
  const option = (name: string): Locator => stage().page.getByRole("option", { name, exact: true })
  const row = (name: string): Locator => stage().page.getByRole("row").filter({ hasText: name })
  const rule = (name: string): Locator => stage().page.getByRole("listitem").filter({ hasText: name })
  const radio = (): string => `Radio ${stage().unique}`
  let tilda: Affiliate
  let programId: string

  beforeAll(async () => {
    const { admin, unique } = stage()
    tilda = await affiliateWithMoney(stage(), "Tilda")
    const { affiliate_program } = await admin<{ affiliate_program: { id: string } }>("/admin/affiliate-programs", {
      ...{ name: `Rules ${unique}`, site_url: `https://rules-${unique}.example.com`, commission_percent: 10 },
    })
    programId = affiliate_program.id
  })

  const rules = async (): Promise<AdminAffiliateCommissionRuleListResponse> =>
    stage().admin<AdminAffiliateCommissionRuleListResponse>(`/admin/affiliate-programs/${programId}/commission-rules`)
  const names = async (): Promise<string[]> => (await rules()).commission_rules.map(({ name }) => name)

  it("groups affiliates: from their list, from the group, and on their own page", async () => {
    const { page, unique } = stage()
    await dashboard().open("/affiliates/groups")
    await page.getByRole("link", { name: "Create group" }).click()
    await dialog().getByLabel("Name", { exact: true }).fill(radio())
    await button("Save").click()
    await page.getByRole("heading", { name: radio() }).waitFor()
    await page.getByText("Nobody is in this group").waitFor()

    await page.getByRole("link", { name: "Add affiliates" }).click()
    await dashboard().choose("Affiliates", "Anna Lindqvist", dialog())
    await button("Add affiliates").click()
    await row("Anna Lindqvist").waitFor()

    await dashboard().open(`/affiliates/list?q=${unique}`)
    await row("Tilda Payee").getByRole("checkbox").click()
    await page.getByRole("button", { name: "Add to group" }).click()
    await dashboard().choose("Group", radio(), dialog())
    await button("Add to group").click()
    await dashboard().toast("1 affiliate is in the group.")
    await row("Tilda Payee").getByText(radio()).waitFor()

    await dashboard().open(`/affiliates/${tilda.id}?tab=settings`)
    await page.getByRole("link", { name: radio() }).click()
    await page.waitForURL("**/affiliates/groups/affgroup_*")
    await row("Tilda Payee").waitFor()
    await row("Anna Lindqvist").getByRole("checkbox").click()
    await page.getByRole("button", { name: "Remove from group" }).click()
    await dashboard().toast("1 affiliate is no longer in the group.")
    await row("Anna Lindqvist").waitFor({ state: "detached" })
  })

  /** Fills the form of a new rule, whose values are chosen by name, and saves it. */
  async function addRule(
    name: string,
    rate: { type?: string; percent?: string },
    conditions: [kind: string, value: string][]
  ): Promise<void> {
    const { page } = stage()
    await page.getByRole("link", { name: "Add rule" }).click()
    await dialog().getByLabel("Name", { exact: true }).fill(name)
    if (rate.type) {
      await dialog().getByLabel("What it earns", { exact: true }).click()
      await option(rate.type).click()
    }
    if (rate.percent) await dialog().getByLabel("Percent", { exact: true }).fill(rate.percent)
    for (const [kind, value] of conditions) {
      await dialog().getByRole("combobox", { name: "Add a condition" }).click()
      await option(kind).click()
      await dashboard().choose(kind, value, dialog())
    }
    await button("Save").click()
    await dashboard().toast(`${name} was saved.`)
    await dialog().waitFor({ state: "detached" })
  }

  it("builds five rules by name", async () => {
    const { page } = stage()
    await dashboard().open(`/affiliates/programs/${programId}`)
    await dashboard().section("Commission rules").getByRole("link", { name: "Manage rules" }).click()
    await page.getByText("There are no rules yet").waitFor()
    await addRule("Coffee", { percent: "5" }, [["Collections", "Coffee"]])
    await addRule("Clearance", { type: "Nothing" }, [["Products", "Oak Serving Board"]])
    await addRule("Radio people", { percent: "12" }, [["Affiliate groups", radio()]])
    await addRule("Kettles to Germany", { percent: "7.5" }, [
      ["Products", "Gooseneck Kettle"],
      ["Shipping countries", "Germany"],
    ])
    await addRule("House espresso", { percent: "8" }, [
      ["Products", "House Espresso"],
      ["Collections", "Coffee"],
    ])
    expect(await names()).toEqual(["Coffee", "Clearance", "Radio people", "Kettles to Germany", "House espresso"])
    await rule("Kettles to Germany").getByText("Products: Gooseneck Kettle").waitFor()
    await rule("Kettles to Germany").getByText("Shipping countries: Germany").waitFor()
    await rule("Radio people").getByText(`Affiliate groups: ${radio()}`).waitFor()
    await rule("House espresso").getByText("so it is never reached").waitFor()
  })

  it("drags them into another order with the mouse and with the keyboard, and saves it", async () => {
    const { page } = stage()
    const handle = (name: string): Locator => page.getByRole("button", { name: `Move ${name}`, exact: true })
    const middle = async (locator: Locator) => {
      const box = await locator.boundingBox()
      if (!box) throw new Error("It is not on the screen")
      return { x: box.x + box.width / 2, y: box.y + box.height / 2 }
    }
    await handle("House espresso").scrollIntoViewIfNeeded()
    const from = await middle(handle("House espresso"))
    const to = await middle(handle("Coffee"))
    await page.mouse.move(from.x, from.y)
    await page.mouse.down()
    await page.mouse.move(from.x, from.y - 20, { steps: 4 })
    await page.mouse.move(to.x, to.y - 10, { steps: 20 })
    await page.mouse.up()
    await rule("1. House espresso").waitFor()
    await page.getByText("The new order holds once you save it.").waitFor()
    await button("Discard", page.locator("main")).click()
    await rule("1. Coffee").waitFor()
    expect(await names()).toEqual(["Coffee", "Clearance", "Radio people", "Kettles to Germany", "House espresso"])

    await handle("Coffee").focus()
    await page.keyboard.press("Space")
    for (const place of [2, 3, 4, 5]) {
      await page.keyboard.press("ArrowDown")
      await page.getByText(`Coffee is at place ${place}.`).waitFor({ state: "attached" })
    }
    await page.keyboard.press("Space")
    await rule("5. Coffee").waitFor()
    await button("Save order", page.locator("main")).click()
    await dashboard().toast("The order of the rules was saved.")
    expect(await names()).toEqual(["Clearance", "Radio people", "Kettles to Germany", "House espresso", "Coffee"])
    expect((await rules()).warnings).toEqual([])
    await page.getByText("so it is never reached").waitFor({ state: "detached" })
  })

  it("changes a rule, limits its days, and deletes another", async () => {
    const { page } = stage()
    await button("Actions", rule("Kettles to Germany")).click()
    await page.getByRole("menuitem", { name: "Edit" }).click()
    await dialog().getByLabel("Percent", { exact: true }).fill("101")
    await button("Save").click()
    await dialog().getByText("Enter a percentage from 0 to 100").waitFor()
    await dialog().getByLabel("Percent", { exact: true }).fill("9")
    await button("Remove the condition: Shipping countries").click()
    await button("Save").click()
    await dashboard().toast("Kettles to Germany was saved.")
    const changed = (await rules()).commission_rules.find(({ name }) => name === "Kettles to Germany")
    expect(changed).toMatchObject({ rate: { type: "percent", percent: "9" }, conditions: { product_ids: [expect.any(String)] } })
    expect(changed?.conditions).not.toHaveProperty("country_codes")

    await button("Actions", rule("Clearance")).click()
    await page.getByRole("menuitem", { name: "Delete" }).click()
    await page.getByRole("alertdialog").getByRole("button", { name: "Delete" }).click()
    await dashboard().toast("Clearance was deleted.")
    expect(await names()).toEqual(["Radio people", "Kettles to Germany", "House espresso", "Coffee"])
  })

  it("tries the rules, places an order, and reads line by line what it earns and why", async () => {
    const { page, demo, admin, unique } = stage()
    await dashboard().open(`/affiliates/programs/${programId}/rules`)
    const box = dashboard().section("Try it")
    await dashboard().choose("Product", "House Espresso", box)
    await button("Try", box).click()
    await box.getByText("It earns 8%, by House espresso.").waitFor()
    await box.getByText("Radio people: The affiliate is in none of its groups.").waitFor()
    await box.getByText("Kettles to Germany: It is for other products.").waitFor()
    await dashboard().choose("Product", "Linen Apron", box)
    await button("Try", box).click()
    await box.getByText("It earns 10%, the program’s rate.").waitFor()

    const { id: customer_id } = await registerCustomer(demo, { first_name: "Oda", last_name: "Owner", email: `oda-${unique}@example.com` })
    const { affiliate } = await admin<{ affiliate: { link: string } }>("/admin/affiliates", { program_id: programId, customer_id })
    const { click } = await strangerOf(demo)<{ click: { token: string } }>("/store/affiliate-clicks", { url: affiliate.link })
    const shopper = { first_name: "Ben", last_name: "Buyer", email: `ben-${unique}@example.com` }
    const orderId = await orderByToken(demo, shopper, click.token)
    const { commissions } = await eventually(
      () => admin<AdminOrderAffiliateResponse>(`/admin/orders/${orderId}/affiliate`),
      ({ outcome }) => outcome === "attributed"
    )
    const [line] = commissions[0]?.lines ?? []
    expect(line).toMatchObject({ title: "House Espresso", rule_name: "House espresso", rate_percent: "8", cut_by: null })
    expect(line?.amount).toBe(new BigNumber(line?.base ?? 0).times("0.08").toFixed(2, BigNumber.ROUND_HALF_UP))
    expect(commissions[0]?.amount).toBe(line?.amount)

    await dashboard().open(`/orders/${orderId}`)
    const section = dashboard().section("Affiliate")
    await section.getByText("What each item earns").waitFor()
    await section.getByText(`House espresso: 8%, of €${line?.base ?? ""}`).waitFor()
    await page.waitForLoadState("networkidle")
  })

  it("shows a rule whose group was deleted, and what affiliates read of the rules", async () => {
    const { page, demo, admin, unique } = stage()
    const path = `/admin/affiliate-programs/${programId}/commission-rules`
    const { affiliate_groups } = await admin<{ affiliate_groups: { id: string }[] }>(
      `/admin/affiliate-groups?q=${encodeURIComponent(radio())}`
    )
    const id = affiliate_groups[0]?.id ?? ""
    const { id: customer_id, ...login } = await registerCustomer(demo, {
      ...{ first_name: "Ria", last_name: "Reader", email: `ria-${unique}@example.com` },
    })
    const { affiliate } = await admin<{ affiliate: { id: string } }>("/admin/affiliates", { program_id: programId, customer_id })
    await admin(path, {
      name: "For Ria",
      public_name: "Friends",
      rate: { type: "percent", percent: 20 },
      conditions: { affiliate_group_ids: [id] },
    })
    await admin(`/admin/affiliate-groups/${id}/affiliates`, { add: [affiliate.id] })
    const ria = await customerOf(demo, login)
    const terms = () => ria<{ terms: { rules: { name: string }[] } }>(`/store/affiliates/me/${affiliate.id}/terms`)
    expect((await terms()).terms.rules.map(({ name }) => name)).toEqual(["Friends"])

    await dashboard().open(`/affiliates/groups/${id}`)
    await page.getByRole("heading", { name: radio() }).waitFor()
    await page.locator("main").getByRole("button").first().waitFor()
    await dashboard().open("/affiliates/groups")
    await button("Actions", row(radio())).click()
    await page.getByRole("menuitem", { name: "Delete" }).click()
    await page.getByRole("alertdialog").getByRole("button", { name: "Delete" }).click()
    await dashboard().toast(`${radio()} was deleted.`)
    expect((await terms()).terms.rules).toEqual([])
    await dashboard().open(`/affiliates/programs/${programId}/rules`)
    await rule("For Ria").getByText(`Affiliate groups: Deleted (${id})`).waitFor()
    await rule("For Ria").getByText("It asks for something that no longer exists.").waitFor()
  })
}
