import { api, ApiError } from "./api.js"
import { forgetCart, giveCartToCustomer } from "./cart.js"
import { announce } from "./events.js"
import { forgetToken, keepToken, storedToken } from "./session.js"
import { visitHeaders } from "./visit.js"

/** Who is logged in, or null. */
export let customer = null

export async function restoreCustomer() {
  if (!storedToken()) return
  try {
    customer = (await api("/store/customers/me")).customer
  } catch (error) {
    if (!(error instanceof ApiError) || error.status !== 401) throw error
    forgetToken()
  }
  announce("customer")
}

export async function logIn({ email, password }) {
  const { token } = await api("/auth/customer/emailpass", { body: { email, password }, token: null })
  keepToken(token)
  await restoreCustomer()
  await giveCartToCustomer()
}

/** The visit's token goes with the registration: this is the moment a visitor becomes an affiliate's referral. */
export async function register({ email, password, first_name, last_name }) {
  const { token } = await api("/auth/customer/emailpass/register", { body: { email, password }, token: null })
  await api("/store/customers", { body: { email, first_name, last_name }, token, headers: visitHeaders() })
  await logIn({ email, password })
}

export function logOut() {
  forgetToken()
  customer = null
  forgetCart()
  announce("customer")
}
