import { InvalidInput } from "../errors"
import { plainCode } from "../text/plain-text"

/**
 * Gives the form a program's site is stored in: scheme, lower-case host, port unless it is the scheme's own, path without trailing slash.
 * `HTTPS://Shop.Example.com:443/de/` -> `https://shop.example.com/de`
 *
 * @throws InvalidInput when it is no http(s) URL, or carries a user or password.
 */
export function normalizeSiteUrl(input: string): string {
  const url = parseHttpUrl(plainCode(input))
  if (!url || url.username || url.password) {
    throw new InvalidInput("site_url", "must be an http or https address such as https://shop.example.com")
  }
  return url.origin + withoutTrailingSlash(url.pathname)
}

/**
 * Any page of the site counts, whatever the scheme, a leading `www.`, the case of the host, a slash too many or at the end: the original
 * lost the clicks whose address did not match to the letter. `https://shop.example.com/de` covers `/de` and `/de/x`, not `/design`.
 */
export function isOnSite(siteUrl: string, page: URL): boolean {
  const site = new URL(siteUrl)
  if (bareHost(site) !== bareHost(page)) return false
  const root = withoutTrailingSlash(site.pathname)
  const path = page.pathname.replace(/\/{2,}/g, "/")
  return path === root || path.startsWith(`${root}/`)
}

/** The link an affiliate shares: the program's site with `?<link parameter>=<affiliate code>`. */
export function affiliateLink(siteUrl: string, linkParameter: string, code: string): string {
  const url = new URL(siteUrl)
  url.searchParams.set(linkParameter, code)
  return url.toString()
}

/** Parses hostile text; null unless it is an absolute http(s) URL. */
export function parseHttpUrl(text: string): URL | null {
  const url = URL.canParse(text) ? new URL(text) : null
  return url && (url.protocol === "http:" || url.protocol === "https:") && url.hostname ? url : null
}

/** Servers put addresses together without their scheme, as `//shop.example.com/` or `shop.example.com/`. */
const WITHOUT_SCHEME = /^(?:\/\/)?(?=[^\s/?#:@]+\.[^\s/?#:@]+(?::\d+)?(?:[/?#]|$))/
/** Parameters that were appended to a path without a `?`, or with an escaped one. */
const IN_PATH = /(?:[&;]|%3f|%26)[^/]*(?:=|%3d).*$/i

/** Parses the address of a page as a visitor's browser or a server sent it, damaged on its way or not; null unless it is one. */
export function parsePageUrl(text: string): URL | null {
  const address = text.trim()
  const url = parseHttpUrl(WITHOUT_SCHEME.test(address) ? address.replace(WITHOUT_SCHEME, "https://") : address)
  if (!url) return null
  // What is set is parsed again, and nearly no address needs it.
  if (url.hostname.endsWith(".")) url.hostname = url.hostname.slice(0, -1)
  if (IN_PATH.test(url.pathname)) url.pathname = url.pathname.replace(IN_PATH, "")
  return url
}

const bareHost = (url: URL): string => url.host.replace(/^www\./, "").replace(/:(80|443)$/, "")
const withoutTrailingSlash = (path: string): string => path.replace(/\/+$/, "")
