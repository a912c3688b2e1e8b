import type { Locator, Page } from "playwright-core"

/** What a merchant does in the dashboard. */
export class DashboardPage {
  constructor(
    private readonly page: Page,
    private readonly url: string
  ) {}

  async logIn({ email, password }: { email: string; password: string }): Promise<void> {
    await this.page.goto(`${this.url}/app/login`)
    await this.page.getByPlaceholder("Email").fill(email)
    await this.page.getByPlaceholder("Password").fill(password)
    await this.page.keyboard.press("Enter")
    await this.page.getByRole("link", { name: "Affiliates" }).waitFor()
  }

  async open(path: string): Promise<void> {
    await this.page.goto(`${this.url}/app${path}`)
  }

  async fill(settings: Record<string, string>): Promise<void> {
    for (const [label, value] of Object.entries(settings)) await this.field(label).fill(value)
  }

  /** Takes one of few options. */
  async select(label: string, option: string): Promise<void> {
    await this.field(label).click()
    await this.page.getByRole("option", { name: option, exact: true }).click()
  }

  /** Searches one of many by its name, and takes it. */
  async choose(label: string, name: string, within: Page | Locator = this.page): Promise<void> {
    const box = within.getByRole("combobox", { name: label })
    await box.click()
    await box.pressSequentially(name)
    await this.page.getByRole("option", { name }).first().click()
    // Escape would close the form around it as well.
    await box.press("Tab")
  }

  /** What a form's field says is wrong with it. */
  async errorOf(label: string): Promise<string> {
    await this.page.locator(`[aria-invalid="true"]`).first().waitFor()
    const described = (await this.field(label).getAttribute("aria-describedby")) ?? ""
    const texts = await Promise.all(described.split(" ").map((id) => this.page.locator(`[id="${id}"]`).textContent()))
    return texts.at(-1) ?? ""
  }

  async save(): Promise<void> {
    await this.page.getByRole("button", { name: "Save", exact: true }).click()
  }

  /** The short message in the corner. */
  async toast(text: string): Promise<void> {
    await this.page.getByText(text).first().waitFor()
  }

  field(label: string): Locator {
    return this.page.getByLabel(label, { exact: true })
  }

  /** The section under a heading. */
  section(heading: string): Locator {
    return this.page.locator("div.shadow-elevation-card-rest", { has: this.page.getByRole("heading", { name: heading, exact: true }) })
  }
}
