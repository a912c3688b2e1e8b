import type { MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"

/** What the test runner hands to a suite: axios, which throws at 400 and above. */
export interface Api {
  get: (path: string, config?: object) => Promise<Answer>
  post: (path: string, body?: unknown, config?: object) => Promise<Answer>
  delete: (path: string, config?: object) => Promise<Answer>
}

// eslint-disable-next-line @typescript-eslint/no-explicit-any -- the assertion that follows is an answer's type
export type Answer = { status: number; data: any; headers: Record<string, string> }

export interface Caller {
  get: (path: string, config?: object) => Promise<Answer>
  post: (path: string, body?: unknown) => Promise<Answer>
  delete: (path: string) => Promise<Answer>
}

const PASSWORD = "a-long-enough-password"

/** A client with headers of its own; errors are answers like any other. */
export function caller(api: Api, headers: Record<string, string> = {}): Caller {
  const config = { headers, validateStatus: () => true }
  return {
    get: (path, own) => api.get(path, { ...config, ...own }),
    post: (path, body = {}) => api.post(path, body, config),
    delete: (path) => api.delete(path, config),
  }
}

export interface Admin extends Caller {
  id: string
}

/** A user of the dashboard, logged in. */
export async function createAdmin(api: Api, container: MedusaContainer, email = "admin@shop.example.com"): Promise<Admin> {
  const user = await container.resolve(Modules.USER).createUsers({ email })
  const auth = container.resolve(Modules.AUTH)
  const { authIdentity } = await auth.register("emailpass", { body: { email, password: PASSWORD } } as never)
  await auth.updateAuthIdentities({ id: authIdentity!.id, app_metadata: { user_id: user.id } })
  const { data } = await api.post("/auth/user/emailpass", { email, password: PASSWORD })
  return { id: user.id, ...caller(api, { authorization: `Bearer ${data.token}` }) }
}

export interface ShopCustomer extends Caller {
  id: string
  email: string
}

/** A customer with an account, registered and logged in through the store's own routes. */
export async function createCustomer(
  api: Api,
  publishableKey: string,
  { email = `${unique()}@example.com`, ...names }: { email?: string; first_name?: string; last_name?: string } = {}
): Promise<ShopCustomer> {
  const key = { "x-publishable-api-key": publishableKey }
  const bearer = (token: string) => ({ ...key, authorization: `Bearer ${token}` })
  const registered = await api.post("/auth/customer/emailpass/register", { email, password: PASSWORD })
  const { data } = await api.post("/store/customers", { email, ...names }, { headers: bearer(registered.data.token) })
  const login = await api.post("/auth/customer/emailpass", { email, password: PASSWORD })
  return { id: data.customer.id, email, ...caller(api, bearer(login.data.token)) }
}

/** A shopper nobody knows. */
export const stranger = (api: Api, publishableKey: string): Caller => caller(api, { "x-publishable-api-key": publishableKey })

/** A publishable key without a shop behind it, for routes that only need one. */
export async function createPublishableKey(container: MedusaContainer): Promise<string> {
  const key = await container.resolve(Modules.API_KEY).createApiKeys({ title: "Web", type: "publishable", created_by: "test" })
  return key.token
}

let count = 0
const unique = (): string => `customer-${++count}-${Date.now().toString(36)}`
