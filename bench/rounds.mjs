/** How often both sides are measured, after a round that does not count. */
const ROUNDS = 5

/**
 * Both sides of a comparison in turn, ABAB: a machine that is busy for a while then slows both.
 * @param {() => Promise<number>} ours a figure, larger is worse
 * @param {() => Promise<number>} theirs the same for what it is compared with
 * @param {number} [rounds]
 * @returns {Promise<Comparison>}
 *
 * @typedef {{ ratio: number, worst: number, ours: number, theirs: number }} Comparison
 */
export async function compare(ours, theirs, rounds = ROUNDS) {
  await ours()
  await theirs()
  /** @type {{ ours: number, theirs: number }[]} */
  const seen = []
  for (let round = 0; round < rounds; round++) seen.push({ ours: await ours(), theirs: await theirs() })
  return summary(seen)
}

/** The median of the ratios, not the ratio of the medians. @param {{ ours: number, theirs: number }[]} seen @returns {Comparison} */
export function summary(seen) {
  const ratios = seen.map((round) => round.ours / round.theirs)
  return {
    ratio: median(ratios),
    worst: Math.max(...ratios),
    ours: median(seen.map((round) => round.ours)),
    theirs: median(seen.map((round) => round.theirs)),
  }
}

/** @param {number[]} values */
export function median(values) {
  const sorted = [...values].sort((a, b) => a - b)
  const middle = sorted.length / 2
  return sorted.length % 2 ? /** @type {number} */ (sorted[Math.floor(middle)]) : (Number(sorted[middle - 1]) + Number(sorted[middle])) / 2
}

/** Milliseconds. @param {() => Promise<unknown>} work */
export async function time(work) {
  const start = performance.now()
  await work()
  return performance.now() - start
}
