import { normalizePromoCode } from "../promo-codes/promo-code-template"
import { linkParameterValues } from "./link-parameter"

const CODE = /^[a-z0-9][a-z0-9_-]{0,63}$/

/** A code that has only one reading, as nearly every link carries it: what follows repairs damaged ones. */
const UNDAMAGED = /^(?!3d)[a-z0-9](?:[a-z0-9_-]{0,62}[a-z0-9])?$/i

/** Whether a text can be the code of an affiliate link, in its stored form. */
export const isLinkCode = (text: string): boolean => CODE.test(text)

/** Quotes, brackets and slashes that were typed or pasted before the code. */
const BEFORE = /^[\s=/"'`\p{Pi}\p{Ps}]+/u
/** The rest of a tag, and the signs that a sentence, Markdown or a mail program sets behind a link. */
const TAG = /(?!^)<.*$/s
const AFTER = /[\p{P}\p{S}\p{Z}\s]+$/u

/**
 * The affiliate codes an address may carry, the likeliest first: of several values the first, and each as it stands before it is repaired.
 * Null where it carries no value at all.
 */
export function linkCodes(address: string, parameter: string): string[] | null {
  const found = linkParameterValues(address, parameter)
  const [first = "", ...others] = found
  if (others.length === 0 && UNDAMAGED.test(first)) return [first.toLowerCase()]
  const values = found.map((value) => normalizePromoCode(unescapeTwice(value)).toLowerCase()).filter(Boolean)
  if (values.length === 0) return null
  return [...new Set(values.flatMap(readings))].filter(isLinkCode)
}

function readings(value: string): string[] {
  const bare = trimmed(value)
  // Mail programs write `=` as `=3D`, and some forget to read it back. A code may begin with 3d as well.
  return bare.startsWith("3d") ? [value, bare, trimmed(bare.slice(2))] : [value, bare]
}

const trimmed = (text: string): string => text.replace(TAG, "").replace(BEFORE, "").replace(AFTER, "")

/** A link that is escaped as a whole carries `%2522` where a quote was. Broken escapes stay. */
const unescapeTwice = (text: string): string => unescape(unescape(text.replace(/\+/g, " ")))

const unescape = (text: string): string =>
  text.replace(/(?:%[0-9a-f]{2})+/gi, (escaped) => {
    try {
      return decodeURIComponent(escaped)
    } catch {
      return escaped
    }
  })
