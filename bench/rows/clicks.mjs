import { load } from "../load.mjs"
import { compare } from "../rounds.mjs"

const PER_ROUND = 4_000

/** @param {import("../bench.mjs").Bench} bench @returns {(n: number) => string} */
const click =
  ({ facts }) =>
  (n) =>
    `/affiliate/counter?p=${encodeURIComponent(`https://shop.example.com/products/${n}?ref=${facts.affiliate_code}`)}&r=https%3A%2F%2Fblog.example.com&rnd=${n}`
const bare = (/** @type {number} */ n) => `/bare?rnd=${n}`

/**
 * How much faster requests to one address are than requests to another.
 * @param {[url: string, path: (n: number) => string]} ours
 * @param {[url: string, path: (n: number) => string]} theirs
 * @param {number} connections
 * @returns {Promise<import("./index.mjs").Figure>}
 */
async function speed(ours, theirs, connections) {
  const rate =
    (/** @type {typeof ours} */ [url, path]) =>
    () =>
      load(url, path, PER_ROUND, connections)
  const { ratio, worst, ours: seconds } = await compare(rate(ours), rate(theirs))
  // Seconds per request, so a ratio above one is slower; the table speaks of speed.
  return { seen: 1 / ratio, worst: 1 / worst, note: `${Math.round(1 / seconds)} clicks/s` }
}

/** @type {import("./index.mjs").Row[]} */
export const clicks = [
  ...[32, 256].map((connections) => ({
    name: `click ÷ bare route of Medusa, ${connections} connections`,
    unit: "×",
    must: 0.75,
    goal: 0.85,
    moreIsBetter: true,
    measure: (/** @type {import("../bench.mjs").Bench} */ bench) => speed([bench.url, click(bench)], [bench.url, bare], connections),
  })),
  {
    name: "click at the collector ÷ click at the store, 32 connections",
    unit: "×",
    must: 2.5,
    goal: 4,
    moreIsBetter: true,
    measure: (bench) => speed([bench.collectorUrl, click(bench)], [bench.url, click(bench)], 32),
  },
  {
    name: "a click on disk, with indexes",
    unit: "bytes",
    must: 200,
    goal: 150,
    async measure({ sql }) {
      await sql.raw(`VACUUM FULL affiliate_click`)
      const { rows } = await sql.raw(
        `SELECT (SELECT sum(pg_total_relation_size(relid)) FROM pg_partition_tree('affiliate_click')) / count(*)::float AS bytes FROM affiliate_click`
      )
      return { seen: rows[0].bytes }
    },
  },
  {
    name: "dropping a month of clicks",
    unit: "s",
    must: 1,
    goal: 0.1,
    async measure({ sql, facts }) {
      await sql.raw(`SELECT affiliate_open_click_months(now())`)
      const [clicks] = (
        await sql.raw(`SELECT count(*) AS count FROM affiliate_click WHERE occurred_at < date_trunc('month', now(), 'UTC')`)
      ).rows
      const transaction = await sql.transaction()
      const began = performance.now()
      await transaction.raw(`SELECT affiliate_drop_clicks(date_trunc('month', now(), 'UTC'))`)
      const seen = (performance.now() - began) / 1000
      await transaction.rollback()
      return { seen, note: `${clicks.count} clicks of ${facts.period}` }
    },
  },
]
