import { compare, time } from "../rounds.mjs"

/** Medusa's own list on the same store. */
const CUSTOMERS = "/admin/customers?limit=20"

/** @param {string} name @param {(bench: import("../bench.mjs").Bench) => string} path @returns {import("./index.mjs").Row} */
const list = (name, path) => ({
  name: `${name} ÷ Medusa's list of customers`,
  unit: "×",
  must: 2,
  goal: 1,
  async measure(bench) {
    const get = (/** @type {string} */ address) => () => time(() => bench.get(address))
    const { ratio, worst, ours } = await compare(get(path(bench)), get(CUSTOMERS))
    return { seen: ratio, worst, note: `${ours.toFixed(0)} ms` }
  },
})

const COMMISSIONS = "/admin/affiliate-commissions?limit=20"
const REFERRALS = "/admin/affiliate-referrals?limit=20"
const CLICKS = "/admin/affiliate-clicks?limit=20"
const AFFILIATES = "/admin/affiliates?limit=20"
const AN_AFFILIATE = "/admin/affiliates/aff_bench_1"

/** A list within the range that the dashboard begins with. @param {string} path @param {string} time */
const within =
  (path, time = "occurred_at") =>
  (/** @type {import("../bench.mjs").Bench} */ { facts: { begin, end } }) =>
    `${path}&${time}[gte]=${begin}&${time}[lt]=${end}`

/** A range that begins and ends within a month and within a day of UTC, as one of 15 days in Berlin does. @param {string} begin */
const halfAMonth = (begin) => {
  const at = (/** @type {number} */ hours) => new Date(Date.parse(begin) + hours * 3_600_000).toISOString()
  return `from=${at(9 * 24 - 2)}&to=${at(24 * 24 - 2)}`
}

/** Affiliates with their figures. @param {string} more */
const figures =
  (more = "") =>
  (/** @type {import("../bench.mjs").Bench} */ { facts: { begin, end } }) =>
    `${AFFILIATES}&from=${begin}&to=${end}&currency_code=eur${more}`

export const lists = {
  open: [
    list("commissions, first page", () => COMMISSIONS),
    list("commissions, in the middle", ({ orders }) => `${COMMISSIONS}&offset=${orders / 2}`),
    list("commissions of a range", within(COMMISSIONS)),
    list("commissions of an affiliate", () => `${COMMISSIONS}&affiliate_id=aff_bench_1`),
    list("commissions by status", within(`${COMMISSIONS}&status=pending`)),
    list("commissions by source", within(`${COMMISSIONS}&source=link`)),
    list("commissions of a rare source", within(`${COMMISSIONS}&source=manual`)),
    list("commissions of a rare kind", within(`${COMMISSIONS}&kind=refund`)),
    list("commissions, searched", () => `${COMMISSIONS}&q=bench1`),
    list("commissions, searched in a range", within(`${COMMISSIONS}&q=bench1`)),
    list("sums of commissions", within("/admin/affiliate-commissions/totals?")),
    list("sums of an affiliate's commissions", within("/admin/affiliate-commissions/totals?affiliate_id=aff_bench_1")),
    list("referrals, first page", () => REFERRALS),
    list("referrals, in the middle", ({ orders }) => `${REFERRALS}&offset=${Math.floor(orders / 6)}`),
    list("referrals of a range", within(REFERRALS, "started_at")),
    list("referrals of a rare source", within(`${REFERRALS}&source=manual`, "started_at")),
    list("referrals that ended", within(`${REFERRALS}&active=false`, "started_at")),
    list("referrals, searched", () => `${REFERRALS}&q=shopper123`),
    list("clicks of a range", within(CLICKS)),
    list("clicks of an affiliate", within(`${CLICKS}&affiliate_id=aff_bench_1`)),
    list("clicks without outcome", within(`${CLICKS}&outcome=none`)),
    list("clicks that brought an order", within(`${CLICKS}&outcome=ordered`)),
    list("clicks that brought an account only", within(`${CLICKS}&outcome=registered`)),
    list("clicks on a page", within(`${CLICKS}&page=https://shop.example.com/products/7`)),
    list("clicks, searched", within(`${CLICKS}&q=bench12`)),
    list("clicks, searched by a part of a page", within(`${CLICKS}&q=products/7`)),
    list("clicks by page", within("/admin/affiliate-clicks/groups?by=page")),
    list("clicks by affiliate", within("/admin/affiliate-clicks/groups?by=affiliate")),
    list("clicks by day", within("/admin/affiliate-clicks/groups?by=day")),
    list("ignored clicks", () => "/admin/affiliate-clicks/ignored"),
    list("affiliates", () => AFFILIATES),
    list("affiliates with figures", figures()),
    list("affiliates by name", figures("&order=name")),
    list("affiliates by clicks", figures("&order=-clicks")),
    list("affiliates by orders", figures("&order=-orders")),
    list("affiliates by orders of half a month", ({ facts }) => `${AFFILIATES}&${halfAMonth(facts.begin)}&currency_code=eur&order=-orders`),
    list("affiliates by commission", figures("&order=-commission_amount")),
    list("affiliates by balance", figures("&order=-available")),
    list("affiliates, searched", figures("&q=bench12")),
    list("an affiliate", () => AN_AFFILIATE),
    list("an affiliate's statements", () => `${AN_AFFILIATE}/statements`),
    list("an affiliate's ledger", () => "/admin/affiliate-ledger?affiliate_id=aff_bench_1"),
    list("months", () => "/admin/affiliate-periods"),
    list("an open month", ({ facts }) => `/admin/affiliate-periods/${facts.period}?program_id=${facts.program_id}&limit=50&offset=0`),
    list("an open month with all its lines", ({ facts }) => `/admin/affiliate-periods/${facts.period}?program_id=${facts.program_id}`),
    list("payouts", () => "/admin/affiliate-payouts"),
    list("pay runs", () => "/admin/affiliate-pay-runs"),
    list("a preview of payouts", ({ facts }) => `/admin/affiliate-payouts/preview?program_id=${facts.program_id}`),
    list("a program", ({ facts }) => `/admin/affiliate-programs/${facts.program_id}`),
    list("an order's explanation", ({ orders }) => `/admin/orders/order_bench_${String(orders / 2).padStart(9, "0")}/affiliate`),
    list("a customer's referrer", () => "/admin/customers/cus_bench_5000/affiliate-referrer"),
    list("tasks", () => "/admin/affiliate-tasks"),
    list("setup", () => "/admin/affiliate-setup"),
    list("the overview", ({ facts: { begin, end } }) => `/admin/affiliate-statistics/overview?from=${begin}&to=${end}&interval=day`),
    list(
      "the best of a month",
      ({ facts: { begin, end } }) => `/admin/affiliate-statistics/tops?from=${begin}&to=${end}&currency_code=eur`
    ),
    list("the best of half a month", ({ facts }) => `/admin/affiliate-statistics/tops?${halfAMonth(facts.begin)}&currency_code=eur`),
    list("statistics of a month", ({ facts: { begin, end } }) => `/admin/affiliate-statistics?from=${begin}&to=${end}&interval=day`),
  ],
  closed: [
    list("credited commissions", () => `${COMMISSIONS}&status=credited`),
    list("withheld commissions", () => `${COMMISSIONS}&status=withheld`),
    list("months, closed", () => "/admin/affiliate-periods"),
    list("the ledger", () => "/admin/affiliate-ledger"),
  ],
}
