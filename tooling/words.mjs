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
