import { createWriteStream, mkdirSync } from "node:fs"
import { once } from "node:events"
import path from "node:path"

/** Rows that are wrong in one cell, and in no other: [cells where they are mended, the wrong cell's column, what is in it]. */
const COLUMNS = {
  affiliates: ["email", "code", "status", "commission_percent", "joined_at"],
  referrals: ["affiliate_code", "email", "started_at"],
  balances: ["affiliate_code", "amount", "currency_code"],
}
/** @typedef {keyof typeof COLUMNS} Kind */

/** @type {[kind: Kind, column: string, wrong: string][]} */
const FAULTS = [
  ["affiliates", "email", "no address"],
  ["affiliates", "email", "nobody@example.com"],
  ["affiliates", "code", "two words"],
  ["affiliates", "status", "asleep"],
  ["affiliates", "commission_percent", "ten"],
  ["affiliates", "joined_at", "31.01.2020"],
  ["referrals", "affiliate_code", "nobody"],
  ["referrals", "started_at", "2999-01-01"],
  ["balances", "amount", "1.000,50"],
  ["balances", "currency_code", "euro"],
]
/** Each of them so many times. */
const TIMES = 5

/**
 * Writes the files of an import: a quarter affiliates, half referrals, a quarter balances, with the rows of `FAULTS` evenly among them.
 * @param {string} folder @param {number} rows @param {{ isMended: boolean }} options
 */
export async function writeFiles(folder, rows, { isMended }) {
  mkdirSync(folder)
  const affiliates = Math.floor(rows / 4)
  const planted = FAULTS.flatMap((fault) => Array.from({ length: TIMES }, () => fault))
  /** @type {string[]} */
  const faults = []
  /** @type {string[]} */
  const emails = []

  /** @param {Kind} kind @param {number} count @param {(number: number) => string[]} cells */
  async function write(kind, count, cells) {
    const columns = COLUMNS[kind]
    const wrong = planted.filter(([of]) => of === kind)
    const every = Math.floor(count / wrong.length)
    const file = createWriteStream(path.join(folder, `${kind}.csv`))
    file.write(`${columns.join(",")}\n`)
    for (let number = 1; number <= count; number++) {
      const row = cells(number)
      const [, column = "", text = ""] = (number % every === 0 && wrong[number / every - 1]) || []
      if (kind === "affiliates") emails.push(String(row[0]))
      if (column && !isMended) {
        row[columns.indexOf(column)] = text.replace("nobody@", `nobody${number}@`)
        faults.push(`${kind}.csv:${number + 1} ${column}`)
      }
      if (!file.write(`${row.map((cell) => (cell.includes(",") ? `"${cell}"` : cell)).join(",")}\n`)) await once(file, "drain")
    }
    file.end()
    await once(file, "finish")
  }

  // Only affiliates that are never wrong have referrals and balances, so that no row is wrong because of another.
  const isRight = (/** @type {number} */ number) =>
    number % Math.floor(affiliates / planted.filter(([kind]) => kind === "affiliates").length) !== 0
  const right = Array.from({ length: affiliates }, (_, index) => index + 1).filter(isRight)
  const owner = (/** @type {number} */ number) => `code${right[number % right.length]}`
  await write("affiliates", affiliates, (number) => [`a${number}@example.com`, `code${number}`, "active", "", "2020-01-01"])
  await write("referrals", 2 * affiliates, (number) => [owner(number), `s${number}@example.com`, "2020-01-01"])
  await write("balances", right.length, (number) => [owner(number), `${number}.10`, "eur"])
  const cents = right.length * (right.length + 1) * 50 + right.length * 10
  const total = `${Math.floor(cents / 100)}.${String(cents % 100).padStart(2, "0")}`
  return { faults, emails, expected: { affiliates, referrals: 2 * affiliates, balances: right.length, total } }
}
