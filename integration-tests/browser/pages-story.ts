import { adminPages } from "./pages/admin-pages"
import { barriersOf, layoutOf, openAdminPage } from "./pages/findings"
import type { Stage } from "./money-story"

/** Every page of ours as a merchant sees it on a screen and on a phone. Called inside a `describe` whose page is logged in. */
export function tellPagesStory(stage: () => Pick<Stage, "demo" | "admin" | "page">): void {
  it("can be read and used by everybody on every page of ours", async () => {
    const { demo, admin, page } = stage()
    const found: Record<string, string[]> = {}
    for (const shown of await adminPages(demo, admin)) {
      await page.setViewportSize({ width: 1280, height: 900 })
      await openAdminPage(page, demo.url, shown)
      const faults = [...(await layoutOf(page)).faults, ...(await barriersOf(page, shown))]
      await page.setViewportSize({ width: 390, height: 900 })
      await page.waitForTimeout(200)
      const onPhone = (await layoutOf(page)).faults.map((fault) => `on a phone: ${fault}`)
      if (faults.length + onPhone.length > 0) found[shown.name] = [...faults, ...onPhone]
    }
    await page.setViewportSize({ width: 1280, height: 900 })
    expect(found).toEqual({})
  }, 300_000)
}
