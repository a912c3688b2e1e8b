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
 * Any page of the site counts, whatever the scheme, a leading `www.`, the case of the host or a trailing slash: the original lost the
 * clicks whose address did not match to the letter. `https://shop.example.com/de` covers `/de` and `/de/x`, not `/design`.
 */
export function isOnSite(siteUrl: string, page: URL): boolean {
  const site = new URL(siteUrl)
  if (bareHost(site) !== bareHost(page)) return false
  const root = withoutTrailingSlash(site.pathname)
  return page.pathname === root || page.pathname.startsWith(`${root}/`)
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

const bareHost = (url: URL): string => url.host.replace(/^www\./, "").replace(/:(80|443)$/, "")
const withoutTrailingSlash = (path: string): string => path.replace(/\/+$/, "")
