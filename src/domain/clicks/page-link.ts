import { plainCode } from "../text/plain-text"
import { isOnSite, parseHttpUrl } from "./site"

/**
 * Any page of a program's site as an affiliate's link; null where the text is no address, or one that is not on the site. An address without
 * a scheme is taken for one, because that is how people copy it.
 */
export function pageLink(siteUrl: string, linkParameter: string, code: string, page: string): string | null {
  const typed = plainCode(page)
  const url = parseHttpUrl(/^[a-z][a-z0-9+.-]*:/i.test(typed) && !/^[^/]*:\d/.test(typed) ? typed : `https://${typed}`)
  if (!url || url.username || url.password || !isOnSite(siteUrl, url)) return null
  url.searchParams.set(linkParameter, code)
  return url.toString()
}
