import path from "node:path"

/**
 * @typedef {object} Outcome how a stage ended
 * @property {boolean} ok
 * @property {string} [skipped] why it could not run
 * @property {import("./results.mjs").Counts} [counts]
 * @property {import("./results.mjs").FileTime[]} [files]
 *
 * @typedef {Outcome & { name: string, seconds: number }} StageResult
 */

const SLOWEST = 10

/** What is printed at the end of a run. @param {StageResult[]} results @param {string[]} notRun */
export function report(results, notRun) {
  const reasons = results.flatMap(({ name, skipped }) => (skipped ? [`\nNot run: ${name}, because there is ${skipped}\n`] : []))
  return [table(results, notRun), slowest(results), ...reasons, `\n${total(results, notRun)}\n`].join("")
}

/** @param {StageResult[]} results @param {string[]} notRun */
function table(results, notRun) {
  const row = (/** @type {(string | number)[]} */ [name, ...cells]) =>
    `${String(name).padEnd(14)}${cells.map((cell) => String(cell).padStart(9)).join("")}\n`
  const rows = results.map(({ name, seconds, ok, skipped, counts }) => {
    const numbers = counts ? [counts.passed, counts.failed, counts.skipped] : ["", "", ""]
    return row([name, seconds.toFixed(1), ...numbers, skipped ? "skipped" : ok ? "ok" : "FAILED"])
  })
  const others = notRun.map((name) => row([name, "", "", "", "", "not run"]))
  return `\n${row(["stage", "seconds", "passed", "failed", "skipped", ""])}${rows.join("")}${others.join("")}`
}

/** The files to make faster first. @param {StageResult[]} results */
function slowest(results) {
  const files = results.flatMap(({ files = [] }) => files).sort((a, b) => b.seconds - a.seconds)
  if (files.length < 2) return ""
  const rows = files
    .slice(0, SLOWEST)
    .map(({ name, seconds }) => `${seconds.toFixed(1).padStart(8)}  ${path.relative(process.cwd(), name)}\n`)
  return `\n${"seconds".padStart(8)}  slowest of ${files.length} files\n${rows.join("")}`
}

/**
 * One line for machines. A stage without tests of its own, such as the linter, counts as one, and so does a stage that did not run.
 *
 * @param {StageResult[]} results
 * @param {string[]} notRun
 */
export function total(results, notRun) {
  const sum = { passed: 0, failed: 0, skipped: notRun.length }
  for (const { ok, skipped, counts } of results) {
    if (counts) for (const key of /** @type {const} */ (["passed", "failed", "skipped"])) sum[key] += counts[key]
    else if (ok) sum[skipped ? "skipped" : "passed"]++
    // A stage that failed without a failed test, or may not be skipped here, failed all the same.
    if (!ok && !counts?.failed) sum.failed++
  }
  return `${sum.passed} passed, ${sum.failed} failed, ${sum.skipped} skipped`
}
