import type { Admin, Answer } from "../../helpers/http"
import { postAffiliate } from "../../helpers/programs"
import type { Shop } from "../../helpers/shop"

interface Client {
  get: (path: string, config?: object) => Promise<Answer>
  post: (path: string, body?: unknown, config?: object) => Promise<Answer>
  delete: (path: string, config?: object) => Promise<Answer>
}

/** A shopper at the store's own routes; errors are answers like any other. */
export interface Shopper {
  get: (path: string) => Promise<Answer>
  post: (path: string, body?: unknown, headers?: Record<string, string>) => Promise<Answer>
  delete: (path: string, body?: unknown) => Promise<Answer>
}

const PASSWORD = "a-long-enough-password"
const ADDRESS = { first_name: "A", last_name: "B", address_1: "Street 1", city: "Town", postal_code: "1", country_code: "de" }

/** A shopper, with the token of an account or without. */
export function shopperOf(api: unknown, { publishableKey }: Pick<Shop, "publishableKey">, token?: string): Shopper {
  const client = api as Client
  const own = { "x-publishable-api-key": publishableKey, ...(token && { authorization: `Bearer ${token}` }) }
  const config = (headers = {}) => ({ headers: { ...own, ...headers }, validateStatus: () => true })
  return {
    get: (path) => client.get(path, config()),
    post: (path, body = {}, headers = {}) => client.post(path, body, config(headers)),
    delete: (path, data) => client.delete(path, { ...config(), data }),
  }
}

export interface Account extends Shopper {
  id: string
  email: string
}

/** Registers and logs in; `headers` go with the registration of the customer. */
export async function register(api: unknown, shop: Shop, email: string, headers: Record<string, string> = {}): Promise<Account> {
  const credentials = { email, password: PASSWORD }
  const { data: identity } = await shopperOf(api, shop).post("/auth/customer/emailpass/register", credentials)
  const registered = await shopperOf(api, shop, identity.token).post("/store/customers", { email }, headers)
  expect(registered).toMatchObject({ status: 200, data: { customer: { email } } })
  const { data: login } = await shopperOf(api, shop).post("/auth/customer/emailpass", credentials)
  return { id: registered.data.customer.id, email, ...shopperOf(api, shop, login.token) }
}

/** An affiliate with their link's code and their promo code. */
export interface Enrolled {
  id: string
  number: number
  code: string
  promo_code: string
  promo_codes: { promotion_id: string | null; taken_by: string | null }[]
}

/** Registers somebody by their name's e-mail and enrolls them. */
export const enrolling =
  (api: unknown, shop: Shop, admin: Admin) =>
  async (program: { id: string }, name: string): Promise<Enrolled> =>
    postAffiliate(admin, program.id, (await register(api, shop, `${name}@example.com`)).id)

/** A cart with one lamp at 100.00 EUR. */
export async function createCart(
  shopper: Shopper,
  shop: Shop,
  body: Record<string, unknown> = {},
  headers: Record<string, string> = {}
): Promise<Answer & { id: string }> {
  const items = [{ variant_id: shop.variants.lamp, quantity: 1 }]
  const answer = await shopper.post("/store/carts", { region_id: shop.regions.eur, items, ...body }, headers)
  expect(answer).toMatchObject({ status: 200, data: { cart: { id: expect.stringMatching(/^cart_/) as string } } })
  return { ...answer, id: answer.data.cart.id }
}

/** Walks a cart through the checkout as a storefront does and gives the answer of every step. */
export async function checkout(shopper: Shopper, shop: Shop, cartId: string, email?: string): Promise<Answer[]> {
  const answers: Answer[] = []
  const post = async (path: string, body?: unknown): Promise<Answer> => {
    const answer = await shopper.post(path, body)
    answers.push(answer)
    return answer
  }
  await post(`/store/carts/${cartId}`, { ...(email && { email }), shipping_address: ADDRESS, billing_address: ADDRESS })
  await post(`/store/carts/${cartId}/shipping-methods`, { option_id: shop.shippingOptionId })
  const { data } = await post("/store/payment-collections", { cart_id: cartId })
  await post(`/store/payment-collections/${data.payment_collection?.id}/payment-sessions`, { provider_id: "pp_system_default" })
  await post(`/store/carts/${cartId}/complete`)
  return answers
}

/** Buys what is in the cart and gives the order's id. */
export async function buy(shopper: Shopper, shop: Shop, cartId: string, email?: string): Promise<string> {
  const last = (await checkout(shopper, shop, cartId, email)).at(-1)
  expect(last).toMatchObject({ status: 200, data: { type: "order" } })
  return last?.data.order.id
}
