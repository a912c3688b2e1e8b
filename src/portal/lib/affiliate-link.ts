import { isOnSite, parseHttpUrl } from "../../domain/clicks/site"

/** A tag that no program on its way changes. The backend stores longer and stranger ones too. */
const SUB = /^[A-Za-z0-9_-]{1,64}$/

export type BuiltLink = { link: string } | { problem: "noUrl" | "offSite" | "badSub" }

/** The part of an affiliate's link that carries the code. */
export function linkParameter(link: string, code: string): string {
  const entry = [...new URL(link).searchParams].find(([, value]) => value === code)
  return entry?.[0] ?? "ref"
}

/** The site of a link: what is left without the code. */
export function siteOf(link: string, code: string): string {
  const url = new URL(link)
  url.searchParams.delete(linkParameter(link, code))
  return url.toString()
}

/**
 * An affiliate's link to a page that was pasted: a whole address, one without its scheme, or a path. What the page's address carries itself
 * stays, but not another affiliate's code.
 */
export function buildLink(own: { link: string; code: string }, page: string, sub = ""): BuiltLink {
  const site = siteOf(own.link, own.code)
  const url = readPage(page.trim(), site)
  if (!url) return { problem: "noUrl" }
  if (!isOnSite(site, url)) return { problem: "offSite" }
  const tag = sub.trim()
  if (tag && !SUB.test(tag)) return { problem: "badSub" }
  url.searchParams.set(linkParameter(own.link, own.code), own.code)
  if (tag) url.searchParams.set("sub", tag)
  return { link: url.toString() }
}

function readPage(text: string, site: string): URL | null {
  if (/^\/(?!\/)/.test(text)) return URL.canParse(text, site) ? new URL(text, site) : null
  return parseHttpUrl(text) ?? (/^[^\s/:]+\.[^\s/]|^localhost\b/.test(text) ? parseHttpUrl(`${new URL(site).protocol}//${text}`) : null)
}
