const { default: Sequencer } = require("@jest/test-sequencer")

/** Small files that take long, the longest first. */
const LONG = ["sql-functions", "random-stores", "crash-recovery", "order-life", "notifications", "replay"]

/**
 * Jest begins with the files that took longest the last time, so that no worker is left alone with one at the end. In a fresh clone there was no
 * last time, and it goes by their size.
 */
module.exports = class LongestFirst extends Sequencer {
  sort(tests) {
    const rank = ({ path }) => {
      const place = LONG.findIndex((name) => path.endsWith(`/${name}.spec.ts`))
      return place < 0 ? LONG.length : place
    }
    return [...super.sort(tests)].sort((a, b) => rank(a) - rank(b))
  }
}
