import { InvalidInput } from "../errors"
import { plainCode } from "../text/plain-text"

export interface PromoCodeSubject {
  /** The affiliate's number (`@ID@`). */
  number: number
  /** The affiliate's public code (`@HANDLE@`). */
  code: string
  /** Eight characters of Crockford's base 32, 40 bits (`@RANDOM@`). */
  random: string
}

const MACROS = { "@ID@": "number", "@HANDLE@": "code", "@RANDOM@": "random" } as const
const RENDERED = /^[A-Z0-9][A-Z0-9_-]{1,49}$/

/** Whether a text can be a promo code, in its stored form. */
export const isPromoCode = (text: string): boolean => RENDERED.test(text)

/**
 * Checks a program's promo code template and gives it in its stored form. Empty means no promo codes.
 *
 * @throws InvalidInput without a per-affiliate macro (all affiliates would share one code), or when codes could hold other characters
 * than letters, digits, `-` and `_`.
 */
export function normalizeTemplate(input: string | null | undefined): string | null {
  const template = input && normalizePromoCode(input)
  if (!template) return null
  if (!Object.keys(MACROS).some((macro) => template.includes(macro))) {
    throw new InvalidInput("promo_code_template", "needs one of @ID@, @HANDLE@, @RANDOM@, or all affiliates would share one code")
  }
  if (!isPromoCode(renderPromoCode(template, { number: 1, code: "a", random: "00000000" }))) {
    throw new InvalidInput("promo_code_template", "may hold letters, digits, - and _ beside the macros, at most 50 characters")
  }
  return template
}

/** `WELCOME-@ID@` for affiliate 7 -> `WELCOME-7`. Codes are kept in upper case and compared in any. */
export const renderPromoCode = (template: string, subject: PromoCodeSubject): string =>
  Object.entries(MACROS)
    .reduce((code, [macro, key]) => code.replaceAll(macro, String(subject[key])), template)
    .toUpperCase()

/**
 * The form in which promo codes are stored and compared: full-width letters are plain ones, and any dash is a hyphen, because pages and mail
 * programs set other dashes than were typed.
 */
export const normalizePromoCode = (typed: string): string =>
  plainCode(typed)
    .normalize("NFKC")
    .replace(/[\p{Pd}\u2212]/gu, "-")
    .toUpperCase()
