import { styleText } from "node:util"

/** @param {Parameters<typeof styleText>[0]} style @param {string} text */
const styled = (style, text) => (process.stdout.isTTY ? styleText(style, text) : text)

export const bold = (/** @type {string} */ text) => styled("bold", text)
export const dim = (/** @type {string} */ text) => styled("dim", text)

/** @param {string} text */
export const say = (text = "") => void process.stdout.write(`${text}\n`)

/**
 * Does one step of the start and says how long it took.
 * @template T
 * @param {string} what
 * @param {() => Promise<T> | T} work
 */
export async function step(what, work) {
  say(`  ${what} ${dim("…")}`)
  const start = performance.now()
  const result = await work()
  say(`${styled("green", "✓")} ${what} ${dim(`${((performance.now() - start) / 1000).toFixed(1)} s`)}`)
  return result
}
