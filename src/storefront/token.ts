/** The cookie that a server of the shop keeps, and the backend's own where its routes lie under the shop's address. No script can read it. */
export const AFFILIATE_COOKIE = "affiliate_click"
/** The cookie of `tracker.js`. */
const TRACKER_COOKIE = "affiliate_token"
const TOKEN = /^[\w-]+\.[\w-]+\.[\w-]+$/

/** Next.js's `cookies()` and `request.cookies`, and what works like them. */
export interface CookieReader {
  get: (name: string) => { value: string } | undefined
}

/** The cookies of a request: a reader, or the text of its header. In a browser: `document.cookie`. */
export type Cookies = CookieReader | string | null | undefined

/** The token of the click that brought this visitor; null without one. */
export function affiliateToken(cookies: Cookies): string | null {
  return [AFFILIATE_COOKIE, TRACKER_COOKIE].map((name) => read(cookies, name)).find((value) => TOKEN.test(value)) ?? null
}

/**
 * The header that brings a click to what is created with it. Spread it into the headers with which the shop creates a cart, changes it, and
 * registers a customer.
 *
 * @example sdk.store.cart.create({ region_id }, {}, { ...affiliateHeaders(await cookies()) })
 */
export function affiliateHeaders(cookies: Cookies): Record<string, string> {
  const token = affiliateToken(cookies)
  return token ? { "x-affiliate-token": token } : {}
}

function read(cookies: Cookies, name: string): string {
  if (!cookies) return ""
  if (typeof cookies !== "string") return cookies.get(name)?.value ?? ""
  const pair = cookies.split(/; */).find((text) => text.startsWith(`${name}=`))
  return pair?.slice(name.length + 1) ?? ""
}
