import { plainText } from "../text/plain-text"

/** The parameters of a landing page that are kept with a click. All others are dropped with the query: they may tell who the visitor is. */
export type Campaign = Record<"utm_source" | "utm_medium" | "utm_campaign" | "sub", string | null>

/** By characters, so that no half of one is left. */
const FIRST = /^.{0,100}/u

/** What an affiliate and a merchant wrote into the link, to tell their links apart. The first of several values counts. */
export const readCampaign = (query: URLSearchParams): Campaign => ({
  utm_source: readLabel(query.get("utm_source")),
  utm_medium: readLabel(query.get("utm_medium")),
  utm_campaign: readLabel(query.get("utm_campaign")),
  sub: readLabel(query.get("sub")),
})

/** What cannot be stored, or would be a second line. */
const UNWANTED = /[\p{Cc}\p{Surrogate}\u2028\u2029]+/gu

/**
 * Hostile text as a short line. An e-mail address is dropped: newsletters put their reader's there, and a click names nobody.
 */
function readLabel(value: string | null): string | null {
  if (!value) return null
  const line = plainText(value.replace(UNWANTED, " "))
  return line.includes("@") ? null : (FIRST.exec(line)?.[0] ?? "").trim() || null
}
