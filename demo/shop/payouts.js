import { api } from "./api.js"
import { day } from "./day.js"
import { h } from "./dom.js"
import { money } from "./money.js"
import { part } from "./part.js"
import { METHODS } from "./payout-method.js"
import { table } from "./table.js"

const STATUSES = { processing: "on its way", paid: "paid", failed: "failed", canceled: "taken back" }

export const payoutsPart = (affiliateId) =>
  part("Payouts", async () => {
    const { payouts } = await api(`/store/affiliates/me/${affiliateId}/payouts?order=-created_at&limit=12`)
    if (payouts.length === 0) return [h("p.soft", {}, "None yet.")]
    const rows = payouts.map((payout) => [
      payout.number,
      day(payout.ended_at ?? payout.created_at),
      METHODS[payout.method] ?? payout.method,
      h("span", {}, STATUSES[payout.status] ?? payout.status, payout.failure_reason && h("span.reason", {}, payout.failure_reason)),
      money(Number(payout.amount), payout.currency_code),
    ])
    return [table([["No."], ["Date"], ["By"], ["Status"], ["Amount", true]], rows)]
  })
