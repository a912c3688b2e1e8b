import { load } from "../load.mjs"
import { compare } from "../rounds.mjs"

const PER_ROUND = 4_000

/** @param {import("../bench.mjs").Bench} bench @param {number} connections @returns {Promise<import("./index.mjs").Figure>} */
async function againstBareRoute({ url, facts }, connections) {
  const click = (/** @type {number} */ n) =>
    `/affiliate/counter?p=${encodeURIComponent(`https://shop.example.com/products/${n}?ref=${facts.affiliate_code}`)}&r=https%3A%2F%2Fblog.example.com&rnd=${n}`
  const bare = (/** @type {number} */ n) => `/bare?rnd=${n}`
  const rate = (/** @type {(n: number) => string} */ path) => () => load(url, path, PER_ROUND, connections)
  const { ratio, worst, ours } = await compare(rate(click), rate(bare))
  // Seconds per request, so a ratio above one is slower; the table speaks of speed.
  return { seen: 1 / ratio, worst: 1 / worst, note: `${Math.round(1 / ours)} clicks/s` }
}

/** @type {import("./index.mjs").Row[]} */
export const clicks = [
  ...[32, 256].map((connections) => ({
    name: `click ÷ bare route of Medusa, ${connections} connections`,
    unit: "×",
    must: 0.75,
    goal: 0.85,
    moreIsBetter: true,
    measure: (/** @type {import("../bench.mjs").Bench} */ bench) => againstBareRoute(bench, connections),
  })),
  {
    name: "a click on disk, with indexes",
    unit: "bytes",
    must: 200,
    goal: 150,
    async measure({ sql }) {
      await sql.raw(`VACUUM FULL affiliate_click`)
      const { rows } = await sql.raw(`SELECT pg_total_relation_size('affiliate_click') / count(*)::float AS bytes FROM affiliate_click`)
      return { seen: rows[0].bytes }
    },
  },
]
