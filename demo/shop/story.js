import { attribution, cart } from "./cart.js"
import { customer } from "./customer.js"
import { h } from "./dom.js"
import { onAnnounced } from "./events.js"
import { captureMode, setCaptureMode, storedVisit } from "./visit.js"

const SOURCES = { link: "an affiliate link", promo_code: "a promo code", manual: "the merchant's assignment" }

/** The strip at the bottom: what a real shop would not show, and a demo should. */
export function watchStory() {
  const dot = h("span.dot", { "aria-hidden": "true" })
  const headline = h("span", { role: "status" })
  const list = h("dl")
  document
    .getElementById("strip")
    .append(h("details", {}, h("summary", {}, dot, h("strong", {}, "Affiliate program:"), headline), list, modeChoice()))

  let visitOutcome = null
  const draw = () => {
    dot.classList.toggle("on", Boolean(attribution ?? storedVisit()))
    headline.textContent = headlineText()
    const rows = facts(visitOutcome).flatMap(([name, value]) => [h("dt", {}, name), h("dd", {}, value)])
    list.replaceChildren(...rows)
  }
  for (const event of ["cart", "customer", "attribution"]) onAnnounced(event, draw)
  draw()
  return {
    tellVisit(outcome) {
      visitOutcome = outcome
      draw()
    },
  }
}

function headlineText() {
  if (attribution) return `this order is attributed to affiliate ${attribution.affiliate_code}, by ${SOURCES[attribution.source]}`
  if (storedVisit()) return "a visit by an affiliate's link is remembered"
  return cart ? "this order is attributed to nobody" : "no affiliate is known for this visit"
}

function facts(visitOutcome) {
  const visit = storedVisit()
  return [
    ["This page view", visitOutcome ?? "carries no affiliate code"],
    [
      "Kept token",
      visit
        ? `${visit.token.slice(0, 24)}… until ${new Date(visit.expires_at).toLocaleDateString("en-GB", { dateStyle: "long" })}`
        : "none",
    ],
    ["Shopper", customer ? `${customer.email} (logged in)` : (cart?.email ?? "not known yet")],
    ["Cart", attribution ? `${attribution.source} of affiliate ${attribution.affiliate_code}` : cart ? "no attribution" : "none"],
  ]
}

function modeChoice() {
  const select = h(
    "select",
    { id: "capture-mode", onchange: () => setCaptureMode(select.value) },
    h("option", { value: "script" }, "the Store API, called by this page"),
    h("option", { value: "image" }, "the counter image alone, and its cookie")
  )
  select.value = captureMode()
  return h("p.field", {}, h("label", { for: "capture-mode" }, "Visits are recorded by"), select)
}
