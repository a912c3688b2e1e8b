import { mkdirSync } from "node:fs"
import path from "node:path"
import type { FrameLocator, Page } from "playwright-core"

import { axeFindings } from "./axe-findings"

/** What an affiliate does in the portal: on its own page, or in the frame of another. */
export class PortalPage {
  constructor(
    private readonly page: Page,
    private readonly url: string,
    readonly view: Page | FrameLocator = page
  ) {}

  /** @param address below `/affiliate/portal` */
  async open(address = ""): Promise<void> {
    await this.page.goto(`${this.url}/affiliate/portal${address}`)
    await this.view.locator("main :is(h1, .sign-in)").first().waitFor()
  }

  async register(person: { first_name: string; last_name: string; email: string; password: string }): Promise<void> {
    await this.fill({ "First name": person.first_name, "Last name": person.last_name, "E-mail": person.email })
    await this.fill({ Password: person.password })
    await this.press("Create an account")
  }

  /** In English. */
  async logIn({ email, password }: { email: string; password: string }): Promise<void> {
    await this.fill({ "E-mail": email, Password: password })
    await this.press("Log in")
  }

  async fill(values: Record<string, string>): Promise<void> {
    for (const [label, value] of Object.entries(values)) await this.view.getByLabel(label, { exact: true }).fill(value)
  }

  async press(button: string): Promise<void> {
    await this.view.getByRole("button", { name: button, exact: true }).click()
  }

  /** Goes to one of the pages by its tab, and waits until everything is there. */
  async tab(name: string): Promise<void> {
    const tab = this.view.getByRole("navigation").locator(`a[href="#/${name}"]`)
    await tab.click()
    await tab.and(this.view.locator("[aria-current=page]")).waitFor()
    await this.loaded()
  }

  async loaded(): Promise<void> {
    await this.view.locator("main").waitFor()
    await this.page.waitForLoadState("networkidle")
    await this.view.locator(".loading").first().waitFor({ state: "detached" })
  }

  async sees(text: string | RegExp): Promise<void> {
    try {
      await this.view.getByText(text).first().waitFor()
    } catch (error) {
      throw new Error(`${String(text)} is not on ${this.page.url()}, which says:\n${await this.view.locator("body").innerText()}`, {
        cause: error,
      })
    }
  }

  /** What axe finds on the page, and whether the page is wider than the screen. */
  async findings(): Promise<string[]> {
    const found = await axeFindings(this.page)
    const excess = await this.page.evaluate<number>("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    return excess > 0 ? [...found, `the page is ${excess} pixels too wide`] : found
  }

  /** Takes a picture for whoever wants to look: PORTAL_PICTURES names the folder. */
  async picture(name: string): Promise<void> {
    const folder = process.env.PORTAL_PICTURES
    if (!folder) return
    mkdirSync(folder, { recursive: true })
    await this.page.screenshot({ path: path.join(folder, `${name}.png`), fullPage: true })
  }
}
