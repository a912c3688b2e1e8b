import { execFileSync } from "node:child_process"
import { existsSync, readFileSync } from "node:fs"
import path from "node:path"
import { fileURLToPath } from "node:url"

import { root } from "./install.mjs"

/**
 * Words this project does not use, and what it says instead (docs/glossary.md).
 * @type {[word: RegExp, instead: string][]}
 */
const WORDS = [
  [/\b(?:he|him|his|himself)\b/i, "they, them, their (people) or it (software)"],
  [/\bcoupons?\b/i, "promo code"],
  [/\bwallets?\b/i, "balance"],
  [/\bvouchers?\b/i, "promo code"],
  [/\bpartners?\b/i, "affiliate"],
  [/\bpublishers?\b/i, "affiliate"],
  [/\bties?\b(?!-)/, "referral"],
  [/\bthe seed's\b/i, "the reason itself, or BILLmanager's counter"],
  [/\bkickbacks?\b/i, "commission"],
  [/\bdownlines?\b/i, "referrals"],
]

const FILES = /^(?:src|demo|docs|examples|integration-tests|tooling|findings)\/.*\.(?:tsx?|mjs|js|md|json|sh)$|^[^/]+\.md$/
/** This list; and PayPal calls a column `wallet`. */
const EXCEPT = new Set(["tooling/words.mjs", "docs/reference/payout-files.md", "src/domain/payouts/files/paypal.ts"])

/**
 * @param {string} text
 * @returns {{ line: number, word: string, instead: string }[]}
 */
export function unwantedWords(text) {
  return text.split("\n").flatMap((content, index) =>
    WORDS.flatMap(([pattern, instead]) => {
      const [word] = pattern.exec(content) ?? []
      return word ? [{ line: index + 1, word, instead }] : []
    })
  )
}

/** Prints every unwanted word of the project. @returns {boolean} whether there is none */
export function checkWords() {
  const listed = execFileSync("git", ["ls-files", "--cached", "--others", "--exclude-standard"], { cwd: root, encoding: "utf8" })
  const files = listed.split("\n").filter((file) => FILES.test(file) && !EXCEPT.has(file) && existsSync(path.join(root, file)))
  let count = 0
  for (const file of files) {
    for (const { line, word, instead } of unwantedWords(readFileSync(path.join(root, file), "utf8"))) {
      count++
      process.stdout.write(`${file}:${line} "${word}": say ${instead}\n`)
    }
  }
  return count === 0
}

if (process.argv[1] === fileURLToPath(import.meta.url)) process.exit(checkWords() ? 0 : 1)
