import type { Demo } from "./demo"

/** Calls the store as an outsider: what is asked for is what the contract promises. @throws the answer's message at 400 and above. */
export type Client = <T>(path: string, body?: object) => Promise<T>

const client =
  (base: string, headers: Record<string, string>): Client =>
  async <T>(path: string, body?: object) => {
    const response = await fetch(base + path, {
      method: body ? "POST" : "GET",
      headers: { "content-type": "application/json", ...headers },
      body: body && JSON.stringify(body),
    })
    const answer = await response.text()
    if (!response.ok) throw new Error(`${path} answered ${response.status}: ${answer}`)
    return JSON.parse(answer) as T
  }

const tokenOf = async (base: string, actor: "user" | "customer", login: object) =>
  (await client(base, {})<{ token: string }>(`/auth/${actor}/emailpass`, login)).token

const keyOf = (demo: Demo) => ({ "x-publishable-api-key": demo.publishable_key })

/** The merchant. */
export const adminOf = async (demo: Pick<Demo, "url" | "admin">): Promise<Client> =>
  client(demo.url, { authorization: `Bearer ${await tokenOf(demo.url, "user", demo.admin)}` })

/** Downloads as the merchant. */
export async function adminFiles(demo: Demo, paths: string[]): Promise<Buffer[]> {
  const headers = { authorization: `Bearer ${await tokenOf(demo.url, "user", demo.admin)}` }
  const files: Buffer[] = []
  for (const path of paths) {
    const response = await fetch(demo.url + path, { headers })
    if (!response.ok) throw new Error(`${path} answered ${response.status}: ${await response.text()}`)
    files.push(Buffer.from(await response.arrayBuffer()))
  }
  return files
}

/** A customer who has an account. */
export const customerOf = async (demo: Demo, login: { email: string; password: string }): Promise<Client> =>
  client(demo.url, { ...keyOf(demo), authorization: `Bearer ${await tokenOf(demo.url, "customer", login)}` })

/** Somebody nobody knows, with more headers if need be. */
export const strangerOf = (demo: Demo, headers: Record<string, string> = {}): Client => client(demo.url, { ...keyOf(demo), ...headers })

export interface NewCustomer {
  email: string
  first_name: string
  last_name: string
}

const PASSWORD = "a-long-enough-password"

/** Registers as a storefront does. @returns the customer's id and login */
export async function registerCustomer(demo: Demo, customer: NewCustomer) {
  const login = { email: customer.email, password: PASSWORD }
  const { token } = await client(demo.url, {})<{ token: string }>("/auth/customer/emailpass/register", login)
  const registered = client(demo.url, { ...keyOf(demo), authorization: `Bearer ${token}` })
  const answer = await registered<{ customer: { id: string } }>("/store/customers", customer)
  return { id: answer.customer.id, ...login }
}
