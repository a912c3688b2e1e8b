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

export const lists = {
  open: [
    list("commissions, first page", () => COMMISSIONS),
    list("commissions, in the middle", ({ orders }) => `${COMMISSIONS}&offset=${orders / 2}`),
    list("commissions of an affiliate", () => `${COMMISSIONS}&affiliate_id=aff_bench_1`),
    list("commissions, searched", () => `${COMMISSIONS}&q=bench1`),
    list("referrals, first page", () => REFERRALS),
    list("referrals, in the middle", ({ orders }) => `${REFERRALS}&offset=${Math.floor(orders / 6)}`),
    list("referrals, searched", () => `${REFERRALS}&q=shopper123`),
    list("months", () => "/admin/affiliate-periods"),
    list("an open month", ({ facts }) => `/admin/affiliate-periods/${facts.period}?program_id=${facts.program_id}`),
    list("statistics of a month", ({ facts: { begin, end } }) => `/admin/affiliate-statistics?from=${begin}&to=${end}&interval=day`),
  ],
  closed: [list("credited commissions", () => `${COMMISSIONS}&status=credited`), list("months, closed", () => "/admin/affiliate-periods")],
}
