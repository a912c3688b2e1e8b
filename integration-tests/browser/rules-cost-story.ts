import { DateTime } from "luxon"
import type { Locator } from "playwright-core"

import type {
  AdminAffiliateCommissionRuleListResponse,
  AdminAffiliatePeriodResponse,
  AdminReplayAffiliatePeriod,
  AdminReplayAffiliatePeriodResponse,
} from "../../src/types"
import { DashboardPage } from "./dashboard-page"
import type { Stage } from "./money-story"
import { layoutOf } from "./pages/findings"

const ZONE = "America/Los_Angeles"

/** What a merchant learns of a rule before it holds, and from when to when it does. Called inside a `describe` whose page is logged in. */
export function tellRulesCostStory(stage: () => Stage): void {
  const dashboard = (): DashboardPage => new DashboardPage(stage().page, stage().demo.url)
  const dialog = (): Locator => stage().page.getByRole("dialog").last()
  const button = (name: string): Locator => dialog().getByRole("button", { name, exact: true })

  async function startRule(programId: string, name: string, percent: string): Promise<void> {
    await dashboard().open(`/affiliates/programs/${programId}/rules/create`)
    await dialog().getByLabel("Name", { exact: true }).fill(name)
    await dialog().getByLabel("Percent", { exact: true }).fill(percent)
  }

  it("sees what a rule would have cost over the last months, beside what was paid, and nothing is changed", async () => {
    const { demo, admin, page, month } = stage()
    const rulesPath = `/admin/affiliate-programs/${demo.program_id}/commission-rules`
    const before = await admin(rulesPath)
    await startRule(demo.program_id, "All of it at a third", "33.3")
    const isAsked = page.waitForRequest((request) => request.url().endsWith(`/admin/affiliate-periods/${month(1)}/replay`))
    await button("What would it have cost?").click()
    const sent = (await isAsked).postDataJSON() as AdminReplayAffiliatePeriod
    expect(sent.rules?.at(-1)).toMatchObject({ name: "All of it at a third", rate: { type: "percent", percent: "33.3" } })

    const { affiliate_replay } = await admin<AdminReplayAffiliatePeriodResponse>(`/admin/affiliate-periods/${month(1)}/replay`, sent)
    const { affiliate_period } = await admin<AdminAffiliatePeriodResponse>(
      `/admin/affiliate-periods/${month(1)}?program_id=${demo.program_id}`
    )
    const section = dialog().locator("section", { hasText: "Credited:" }).first()
    await section.getByRole("table").waitFor()
    const text = (await section.innerText()).replace(/\s+/g, " ")
    expect(affiliate_replay.totals.length).toBeGreaterThan(1)
    for (const { currency_code, actual_amount, replayed_amount, difference } of affiliate_replay.totals) {
      const paid = affiliate_period.totals.find((total) => total.currency_code === currency_code)
      expect(actual_amount).toBe(paid?.amount)
      const money = (amount: string) =>
        new Intl.NumberFormat("en-US", { style: "currency", currency: currency_code }).format(amount as `${number}`)
      expect(text).toContain(
        `${money(actual_amount)} → ${money(replayed_amount)} ${difference.startsWith("-") ? "" : "+"}${money(difference)}`
      )
    }
    expect((await layoutOf(page)).faults).toEqual([])
    await button("Close").last().click()
    expect(await admin(rulesPath)).toEqual(before)
  })

  it("limits a rule to days of the program's zone, which are the same when it is opened again", async () => {
    const { admin, page, unique } = stage()
    const { affiliate_program } = await admin<{ affiliate_program: { id: string } }>("/admin/affiliate-programs", {
      ...{ name: `Days ${unique}`, site_url: `https://days-${unique}.example.com`, commission_percent: 10, timezone: ZONE },
    })
    const first = DateTime.now().setZone(ZONE).startOf("day").plus({ days: 2 })
    const last = first.plus({ months: 1 })
    const typed = (day: DateTime) => day.toFormat("MMddyyyy")
    const field = (label: string) => dialog().getByRole("group", { name: label }).getByRole("spinbutton")

    await startRule(affiliate_program.id, "A month of more", "12")
    for (const [label, day] of [
      ["First day", last],
      ["Last day", first],
    ] as const) {
      await field(label).first().click()
      await page.keyboard.type(typed(day))
    }
    await button("Save").click()
    await dialog().getByText("The last day must not be before the first.").waitFor()
    for (const [label, day] of [
      ["First day", first],
      ["Last day", last],
    ] as const) {
      await field(label).first().click()
      await page.keyboard.type(typed(day))
    }
    await button("Save").click()
    await dashboard().toast("A month of more was saved.")
    const { commission_rules } = await admin<AdminAffiliateCommissionRuleListResponse>(
      `/admin/affiliate-programs/${affiliate_program.id}/commission-rules`
    )
    expect(commission_rules).toMatchObject([
      { starts_at: first.toUTC().toISO(), ends_at: last.plus({ days: 1 }).startOf("day").toUTC().toISO() },
    ])
    const shown = (day: DateTime) => day.toLocaleString({ dateStyle: "medium" }, { locale: "en-US" })
    const row = page.getByRole("listitem").filter({ hasText: "A month of more" })
    await row.getByText(`From ${shown(first)} to ${shown(last)}`).waitFor()
    await row.getByRole("button", { name: "Actions" }).click()
    await page.getByRole("menuitem", { name: "Edit" }).click()
    await field("Last day").first().waitFor()
    const values = await field("Last day").evaluateAll((all) =>
      all.map((one) => Number((one as unknown as { ariaValueNow: string }).ariaValueNow))
    )
    expect(values).toEqual([last.month, last.day, last.year])
  })

  it("finds the values of a condition on the server, however many there are", async () => {
    const { demo, admin, page, unique } = stage()
    const wanted = `Needle ${unique}`
    for (const value of [wanted, ...Array.from({ length: 25 }, (_, number) => `Straw ${unique} ${String(number)}`)]) {
      await admin("/admin/product-tags", { value })
    }
    await startRule(demo.program_id, "Tagged", "5")
    await dialog().getByRole("combobox", { name: "Add a condition" }).click()
    await page.getByRole("option", { name: "Tags", exact: true }).click()
    const isSearched = page.waitForResponse((response) => /\/admin\/product-tags\?(?:.*&)?q=/.test(response.url()))
    const box = dialog().getByRole("combobox", { name: "Tags" })
    await box.click()
    await box.pressSequentially(wanted)
    expect(((await (await isSearched).json()) as { count: number }).count).toBeLessThanOrEqual(26)
    await page.getByRole("option", { name: wanted }).first().click()
    await box.press("Tab")
    await dialog().getByText(wanted, { exact: true }).first().waitFor()
    await page.keyboard.press("Escape")
  })
}
