import type { AffiliateClickGroupBy } from "../../types"

const FILTERS = { page: "page", referrer: "referrer", affiliate: "affiliate_id", sub: "sub" } as const

/** The page with the clicks of a group, within the range and the filters of an address. Null for clicks without a value: no filter finds these. */
export function clicksOfGroup(by: AffiliateClickGroupBy, value: string | null, address: string): string | null {
  if (value === null) return null
  const params = new URLSearchParams(address)
  for (const name of ["tab", "by", "offset", "order"]) params.delete(name)
  if (by === "day") {
    params.set("range", "own")
    params.set("from", value)
    params.set("to", value)
  } else {
    params.set(FILTERS[by], JSON.stringify(by === "affiliate" ? [value] : value))
  }
  return `/affiliates/clicks?${params.toString()}`
}
