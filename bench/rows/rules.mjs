import { CATALOG } from "../data.mjs"
import { compare, time } from "../rounds.mjs"
import { recordAll } from "./books.mjs"

/** What a rule gives, by its number. @param {number} n */
const rate = (n) =>
  n % 10 === 9
    ? {
        type: "fixed",
        per: "unit",
        amounts: [
          { currency_code: "eur", amount: "1.50" },
          { currency_code: "usd", amount: "1.75" },
        ],
      }
    : n % 10 === 8
      ? { type: "none" }
      : { type: "percent", percent: String(1 + (n % 40) / 2) }

const LEAST = {
  min_order_amounts: [
    { currency_code: "eur", amount: "150.00" },
    { currency_code: "usd", amount: "180.00" },
  ],
}

/** @param {string} prefix @param {number} count of the rows there are @param {number[]} numbers */
const some = (prefix, count, ...numbers) => [...new Set(numbers.map((number) => `${prefix}_${1 + (number % count)}`))]

/**
 * What a rule asks for, by its number: of twenty rules eight name products, others categories, tags or collections, some of them together with
 * something of the order, and one in two hundred names nothing that leads to it. @param {number} n
 */
function conditions(n) {
  const { products, categories, tags, collections, types, regions, groups, countries } = CATALOG
  if (n % 200 === 0) return { sources: ["promo_code"] }
  const kind = n % 20
  if (kind < 8) return { product_ids: some("prod", products, n * 31, n * 37, n * 41, n * 43, n * 47) }
  if (kind < 11) return { category_ids: some("pcat", categories, n * 17, n * 29) }
  if (kind < 13) return { tag_ids: some("ptag", tags, n * 13), region_ids: some("reg", regions, n, n + 1) }
  if (kind < 15) return { collection_ids: some("pcol", collections, n * 3), ...LEAST }
  if (kind < 17) return { affiliate_ids: some("aff_bench", 60, n, n * 3), category_ids: some("pcat", 50, n * 7) }
  if (kind === 17) return { affiliate_group_ids: some("affgrp", groups, n * 3), type_ids: some("ptyp", types, n, n + 1) }
  if (kind === 18) return { customer_group_ids: some("cusgroup", groups, n * 3), is_first_order: true }
  return { country_codes: [countries[Math.floor(n / 20) % regions]], ...LEAST }
}

/** Writes rules that were valid before the first order. @param {import("../bench.mjs").Bench} bench @param {number} count */
async function writeRules({ sql, facts }, count) {
  const rules = Array.from({ length: count }, (_, n) => ({ rank: n + 1, rate: rate(n), conditions: conditions(n) }))
  await sql.transaction(async (transaction) => {
    await transaction.raw(`SELECT set_config('affiliate.rules_changed_at', starts_at::text, true) FROM affiliate_program WHERE id = ?`, [
      facts.program_id,
    ])
    await transaction.raw(
      `INSERT INTO affiliate_commission_rule (id, program_id, name, rate, conditions, rank)
       SELECT 'affrule_' || rank, ?, 'Rule ' || rank, rate, conditions, rank
       FROM json_to_recordset(?) AS rule(rank integer, rate jsonb, conditions jsonb)`,
      [facts.program_id, JSON.stringify(rules)]
    )
  })
}

/** What recording fills, except the open month, and the rules. */
const WRITTEN = [
  "affiliate_commission",
  "affiliate_order_terms",
  "affiliate_attribution",
  "affiliate_period_total",
  "affiliate_commission_rule",
  "affiliate_commission_rule_history",
]

/**
 * Takes back what was committed. A transaction that is rolled back would not do: as long as it runs, statistics say that its tables are empty.
 * @param {import("../bench.mjs").Bench} bench
 */
async function takeBack({ sql, facts }) {
  await sql.transaction(async (transaction) => {
    for (const table of WRITTEN) await transaction.raw(`ALTER TABLE ${table} DISABLE TRIGGER USER`)
    await transaction.raw(`TRUNCATE ${WRITTEN.join(", ")}`)
    for (const table of WRITTEN) await transaction.raw(`ALTER TABLE ${table} ENABLE TRIGGER USER`)
    // Its totals hold clicks and referrals as well, which stay.
    await transaction.raw(`SELECT affiliate_recount_quarter_hours(?)`, [facts.program_id])
  })
}

/** The most orders that are recorded for a figure: it does not depend on how many more there are. */
const MOST_ORDERS = 100_000

/** How many statements recording sent, by the number of rules. @type {Map<number, number>} */
const sent = new Map()

/** @param {import("../bench.mjs").Bench} bench @param {number} rules @returns milliseconds that recording took */
async function recordUnder(bench, rules) {
  let count = 0
  const hear = () => void count++
  await writeRules(bench, rules)
  bench.sql.on("query", hear)
  const ms = await time(() => recordAll(bench, MOST_ORDERS))
  bench.sql.off("query", hear)
  await takeBack(bench)
  sent.set(rules, count)
  return ms
}

/** @param {number} count @param {number} must @returns {import("./index.mjs").Row} */
const under = (count, must) => ({
  name: `record under ${count.toLocaleString("en")} rules ÷ under one rate`,
  unit: "×",
  must,
  async measure(bench) {
    const { ratio, worst, ours } = await compare(
      () => recordUnder(bench, count),
      () => recordUnder(bench, 0)
    )
    if (sent.get(count) !== sent.get(0)) throw new Error(`Recording sent ${sent.get(count)} statements, and ${sent.get(0)} without rules.`)
    return { seen: ratio, worst, note: `${Math.round((Math.min(bench.orders, MOST_ORDERS) / ours) * 1000)} orders/s` }
  },
})

export const rules = [under(50, 1.5), under(1_000, 2)]
