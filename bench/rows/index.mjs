import { books } from "./books.mjs"
import { clicks } from "./clicks.mjs"
import { lists } from "./lists.mjs"
import { naive } from "./naive.mjs"
import { rules } from "./rules.mjs"

/**
 * A row of the table. What it writes it takes back.
 *
 * @typedef {object} Row
 * @property {string} name
 * @property {string} unit of the figure: `×` of what it is compared with, `s`, `bytes`
 * @property {number} [must]
 * @property {number} [goal]
 * @property {boolean} [moreIsBetter]
 * @property {(bench: import("../bench.mjs").Bench) => Promise<Figure>} measure
 *
 * @typedef {{ seen: number, worst?: number, note?: string }} Figure
 *
 * What brings the store into the state that later rows need.
 * @typedef {{ name: string, prepare: (bench: import("../bench.mjs").Bench) => Promise<void> }} Preparation
 */

/** @type {(Row | Preparation)[]} */
export const STEPS = [
  ...rules,
  books.backfill,
  ...naive,
  ...books.open,
  ...lists.open,
  books.closeForGood,
  ...lists.closed,
  ...books.closed,
  ...clicks,
]
