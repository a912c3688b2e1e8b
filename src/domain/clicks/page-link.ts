import { plainCode } from "../text/plain-text"
import { isOnSite, parseHttpUrl } from "./site"

interface PageProblem {
  problem: "no_address" | "off_site"
}
export type PageLink = { link: string } | PageProblem

/**
 * Any page of a program's site as an affiliate's link. The page is pasted as people copy it: a whole address, one without its scheme, or a
 * path. What its address carries stays, but not another affiliate's code.
 */
export function pageLink(siteUrl: string, linkParameter: string, code: string, page: string): PageLink {
  const found = pageOnSite(siteUrl, page)
  if ("problem" in found) return found
  found.url.searchParams.set(linkParameter, code)
  return { link: found.url.toString() }
}

/** A page of the site, pasted as people copy it. */
export function pageOnSite(siteUrl: string, page: string): { url: URL } | PageProblem {
  const url = readPage(plainCode(page), siteUrl)
  if (!url) return { problem: "no_address" }
  if (url.username || url.password || !isOnSite(siteUrl, url)) return { problem: "off_site" }
  return { url }
}

function readPage(text: string, siteUrl: string): URL | null {
  if (/^\/(?!\/)/.test(text)) return URL.canParse(text, siteUrl) ? new URL(text, siteUrl) : null
  const hasHost = /^[^\s/:]+\.[^\s/]|^localhost\b/.test(text)
  return parseHttpUrl(text) ?? (hasHost ? parseHttpUrl(`${new URL(siteUrl).protocol}//${text}`) : null)
}
