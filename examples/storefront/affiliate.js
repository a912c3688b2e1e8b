/*
 * Carries an affiliate link's click to the visitor's cart and registration. Copy this file into a storefront and set the three
 * constants. It needs no library and never throws: without storage, or with the backend away, the shop goes on without the click.
 * Where the law asks for consent, call `recordClick` after it was given.
 */
const BACKEND = "https://api.shop.example.com"
const PUBLISHABLE_KEY = "pk_…"
/** The program's link parameter. */
const LINK_PARAMETER = "ref"

const KEY = "affiliate.click"

/** Call it on every page. It does nothing unless the address carries an affiliate's code. */
export async function recordClick() {
  try {
    if (!new URL(location.href).searchParams.has(LINK_PARAMETER)) return
    const { click } = await post("/store/affiliate-clicks", { url: location.href, referrer: document.referrer || null })
    if (click) localStorage.setItem(KEY, JSON.stringify(click))
  } catch {
    // Blocked storage, a blocker, or no connection.
  }
}

/** Send these headers with `POST /store/carts` and `POST /store/customers`. A token that no longer holds is ignored there. */
export function affiliateHeaders() {
  const click = storedClick()
  return click ? { "x-affiliate-token": click.token } : {}
}

/** For a cart that is older than the click. Gives who would earn, or null. */
export async function attributeCart(cartId) {
  const click = storedClick()
  if (!click) return null
  try {
    const { attribution } = await post(`/store/carts/${cartId}/affiliate`, { token: click.token })
    return attribution ?? null
  } catch {
    return null
  }
}

function storedClick() {
  try {
    const click = JSON.parse(localStorage.getItem(KEY) ?? "null")
    return click && new Date(click.expires_at) > new Date() ? click : null
  } catch {
    // Blocked storage, text that is no JSON, or code that runs on a server.
    return null
  }
}

async function post(path, body) {
  const headers = { "content-type": "application/json", "x-publishable-api-key": PUBLISHABLE_KEY }
  const answer = await fetch(BACKEND + path, { method: "POST", headers, body: JSON.stringify(body) })
  return answer.json()
}
