import type { Page } from "playwright-core"

/** What a shopper does on the demo shop's page. */
export class ShopPage {
  constructor(private readonly page: Page) {}

  async open(address: string): Promise<void> {
    await this.page.goto(address)
    await this.page.getByRole("heading", { name: "Coffee, and what it takes" }).waitFor()
  }

  /** What the strip at the bottom says about the visit. */
  async story(): Promise<string> {
    return (await this.page.locator("#strip summary").textContent()) ?? ""
  }

  async addToCart(product: string): Promise<void> {
    await this.page.goto(`${this.page.url().split("#")[0]}#/`)
    await this.page.getByRole("button", { name: `Add ${product} to the cart` }).click()
    await this.cart.getByRole("link", { name: "Check out" }).waitFor()
  }

  async closeCart(): Promise<void> {
    await this.page.getByRole("button", { name: "Close the cart" }).click()
  }

  async register(person: { first_name: string; last_name: string; email: string; password: string }): Promise<void> {
    await this.page.getByRole("link", { name: "Log in" }).click()
    const form = this.page.locator("form", { has: this.page.getByRole("heading", { name: "New here" }) })
    await form.getByLabel("First name").fill(person.first_name)
    await form.getByLabel("Last name").fill(person.last_name)
    await form.getByLabel("E-mail").fill(person.email)
    await form.getByLabel("Password").fill(person.password)
    await form.getByRole("button", { name: "Register" }).click()
    await this.page.getByRole("link", { name: person.first_name }).waitFor()
  }

  /** Types a promo code into the open cart. @returns what the page says to it */
  async typeCode(code: string): Promise<string> {
    await this.cart.getByLabel("Promo code").fill(code)
    await this.cart.getByRole("button", { name: "Apply" }).click()
    const said = this.cart.locator("#promo-said:not(:empty)")
    await said.waitFor()
    return (await said.textContent()) ?? ""
  }

  async openCart(): Promise<void> {
    await this.page.locator("#cart-button").click()
  }

  /** A line of the cart's totals, such as "Discount"; null where there is none. */
  async total(name: string): Promise<string | null> {
    const value = this.cart.locator("dt", { hasText: new RegExp(`^${name}$`) }).locator("+ dd")
    return (await value.count()) > 0 ? await value.textContent() : null
  }

  /** From the open cart to the confirmation. @returns the order's id and the number the page shows */
  async checkOut(): Promise<{ id: string; number: string }> {
    await this.cart.getByRole("link", { name: "Check out" }).click()
    await this.page.getByLabel("Street and number").fill("Speicherstadt 1")
    await this.page.getByLabel("Postal code").fill("20457")
    await this.page.getByLabel("City").fill("Hamburg")
    await this.page.getByRole("button", { name: "Continue" }).click()
    await this.page.getByRole("button", { name: "Place the order" }).click()
    const number = (await this.page.locator("#order-number").textContent()) ?? ""
    return { id: this.page.url().split("#/order/")[1] ?? "", number }
  }

  private get cart() {
    return this.page.getByRole("dialog", { name: "Your cart" })
  }
}
