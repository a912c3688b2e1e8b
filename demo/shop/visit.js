import { announce } from "./events.js"

/** The token that `tracker.js` keeps of a visit by an affiliate's link; null without one, and where a blocker stops the script. */
export const visitToken = () => window.affiliate?.token() ?? null

/** The headers that bring a visit to a cart or a customer. */
export function visitHeaders() {
  const token = visitToken()
  return token ? { "x-affiliate-token": token } : {}
}

const PATIENCE_MS = 3000
const LOOK_AGAIN_MS = 100

/** Announces "visit" when the token of this page view is there. The shop itself waits for nothing: each change of the cart brings it along. */
export function watchVisit() {
  const before = visitToken()
  const end = Date.now() + PATIENCE_MS
  const look = setInterval(() => {
    const isThere = visitToken() !== before
    if (isThere || Date.now() > end) clearInterval(look)
    if (isThere) announce("visit")
  }, LOOK_AGAIN_MS)
}
