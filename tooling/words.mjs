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

const TEXT_FILE = /^(?:src|demo|docs|examples|integration-tests|tooling|findings)\/.*\.(?:tsx?|mjs|js|md|json|sh)$|^[^/]+\.md$/
/** Spanish writes its own "he" and means "I have". */
const OTHER_LANGUAGE = /\/i18n\/(?:json\/)?(?!en\.)[a-z]{2}\.(?:json|ts)$/
/** This list itself, and columns that PayPal and other programs name so. */
const EXCEPT = new Set([
  "tooling/words.mjs",
  "tooling/__tests__/words.unit.spec.mjs",
  "docs/reference/payout-files.md",
  "src/domain/payouts/files/paypal.ts",
  "src/domain/imports/mappings/others.ts",
  "src/domain/imports/__tests__/read-row.unit.spec.ts",
])

/**
 * @param {string} file its path in the project
 * @returns {boolean} whether it is a text of ours in English
 */
export const isEnglish = (file) => TEXT_FILE.test(file) && !OTHER_LANGUAGE.test(file) && !EXCEPT.has(file)
