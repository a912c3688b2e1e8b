import { ApiError, call } from "./api"
import { setSession } from "./session"

interface AuthAnswer {
  token?: string
  location?: string
  verification_required?: boolean
  verification?: { entity_id?: string; entity_type?: string; code_provider?: string }
  mfa_required?: boolean
  mfa_challenge?: { id: string; methods?: string[]; available_methods?: string[] }
}

/** What a login came to. */
export type Login = "done" | "verify" | { challenge: string; method: string; token: string }

const auth = (path: string, body: object, token: string | null = null) => call<AuthAnswer>(`/auth/customer/${path}`, { body, token })

export interface NewCustomer {
  email: string
  password: string
  first_name: string
  last_name: string
}

export const logIn = async (email: string, password: string): Promise<Login> =>
  finish(await auth("emailpass", { email, password }), { email })

/**
 * Registers as any storefront does. Somebody who has a login but is no customer yet, such as an employee of the shop, becomes one by the
 * password they already have.
 */
export async function register({ email, password, ...names }: NewCustomer): Promise<Login> {
  const { token } = await auth("emailpass/register", { email, password }).catch(async (error: unknown) => {
    if (!(error instanceof ApiError) || error.status !== 401) throw error
    return auth("emailpass", { email, password }).catch(() => {
      throw new ApiError(409, "There is an account", "exists")
    })
  })
  if (token && !actorOf(token)) await createCustomer(token, { email, ...names })
  return logIn(email, password)
}

/** A second factor, where the account has one. */
export async function confirmCode({ challenge, method, token }: Exclude<Login, string>, code: string): Promise<void> {
  const answer = await call<AuthAnswer>(`/auth/mfa/challenges/${encodeURIComponent(challenge)}/verify`, { body: { method, code }, token })
  setSession(answer.token ?? null)
}

/** The shop sends the message: it gets the address of the page that its link should lead to. */
export const askForReset = (email: string): Promise<unknown> =>
  auth("emailpass/reset-password", {
    identifier: email,
    metadata: { reset_url: new URL("./reset-password", window.location.origin + "/affiliate/portal/").href },
  })

export const resetPassword = (token: string, password: string): Promise<unknown> => auth("emailpass/update", { password }, token)

/** What a provider such as Google answered, as the query of the address it came back to. */
export async function finishCallback(provider: string, query: string): Promise<Login> {
  const answer = await call<AuthAnswer>(`/auth/customer/${encodeURIComponent(provider)}/callback${query}`, { method: "POST", token: null })
  return finish(answer, {})
}

/** Where a provider wants people to log in. */
export async function providerAddress(provider: string): Promise<string> {
  const callback_url = new URL(`/affiliate/portal/callback/${provider}`, window.location.origin).href
  const { location } = await auth(encodeURIComponent(provider), { callback_url })
  if (!location) throw new ApiError(400, "The provider has no address to log in at")
  return location
}

async function finish(answer: AuthAnswer, profile: { email?: string }): Promise<Login> {
  const { token, verification, mfa_challenge } = answer
  if (answer.verification_required) {
    if (verification && token) await requestVerification(verification, token)
    return "verify"
  }
  if (answer.mfa_required && mfa_challenge && token) {
    const [method = "totp"] = mfa_challenge.methods ?? mfa_challenge.available_methods ?? []
    return { challenge: mfa_challenge.id, method, token }
  }
  if (!token) throw new ApiError(401, "Unauthorized")
  setSession(actorOf(token) ? token : await becomeCustomer(token, profile))
  return "done"
}

/** A login that belongs to no customer yet: the first time somebody comes by a provider. */
async function becomeCustomer(token: string, { email = emailOf(token) }: { email?: string }): Promise<string> {
  await createCustomer(token, { email })
  const refreshed = await call<AuthAnswer>("/auth/token/refresh", { method: "POST", token })
  return refreshed.token ?? token
}

const createCustomer = (token: string, customer: object): Promise<unknown> => call("/store/customers", { body: customer, token })

const requestVerification = (verification: object, token: string): Promise<unknown> =>
  call("/auth/verification/request", { body: verification, token }).catch(() => null)

interface Claims {
  actor_id?: string
  user_metadata?: { email?: string }
}

function claimsOf(token: string): Claims {
  try {
    const payload = (token.split(".")[1] ?? "").replace(/-/g, "+").replace(/_/g, "/")
    return JSON.parse(atob(payload)) as Claims
  } catch {
    return {}
  }
}

const actorOf = (token: string): string => claimsOf(token).actor_id ?? ""
const emailOf = (token: string): string | undefined => claimsOf(token).user_metadata?.email
