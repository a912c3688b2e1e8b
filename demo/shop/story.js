import { attribution, cart } from "./cart.js"
import { customer } from "./customer.js"
import { h } from "./dom.js"
import { onAnnounced } from "./events.js"
import { visitToken } from "./visit.js"

const SOURCES = { link: "an affiliate link", promo_code: "a promo code", manual: "the merchant's assignment" }

/** The strip at the bottom: what a real shop would not show, and a demo should. */
export function watchStory() {
  const dot = h("span.dot", { "aria-hidden": "true" })
  const headline = h("span", { role: "status" })
  const list = h("dl")
  document.getElementById("strip").append(h("details", {}, h("summary", {}, dot, h("strong", {}, "Affiliate program:"), headline), list))

  const draw = () => {
    dot.classList.toggle("on", Boolean(attribution ?? visitToken()))
    headline.textContent = headlineText()
    const rows = facts().flatMap(([name, value]) => [h("dt", {}, name), h("dd", {}, value)])
    list.replaceChildren(...rows)
  }
  for (const event of ["cart", "customer", "attribution", "visit"]) onAnnounced(event, draw)
  draw()
}

function headlineText() {
  if (attribution) return `this order is attributed to affiliate ${attribution.affiliate_code}, by ${SOURCES[attribution.source]}`
  if (visitToken()) return "a visit by an affiliate's link is remembered"
  return cart ? "this order is attributed to nobody" : "no affiliate is known for this visit"
}

function facts() {
  const token = visitToken()
  const code = new URL(location.href).searchParams.get("ref")
  return [
    ["This page view", code ? `carries the affiliate code ${code}` : "carries no affiliate code"],
    ["Kept token", token ? `${token.slice(0, 24)}…` : "none"],
    ["Shopper", customer ? `${customer.email} (logged in)` : (cart?.email ?? "not known yet")],
    ["Cart", attribution ? `${attribution.source} of affiliate ${attribution.affiliate_code}` : cart ? "no attribution" : "none"],
  ]
}
