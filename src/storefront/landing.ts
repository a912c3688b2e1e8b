import { linkParameterValues } from "../domain/clicks/link-parameter"
import type { StoreAffiliateClick, StoreAffiliateClickResponse, StoreCreateAffiliateClick } from "../types/http/clicks"
import { affiliateToken } from "./token"

export interface LandingOptions {
  /** The address of the Medusa server. */
  backendUrl: string
  /** The program's `link_parameter`, and its `link_aliases` if it has any. Default: `ref` */
  parameter?: string | string[]
  /** The program's number or handle, where several share the site. */
  program?: string | number
  /** Whether this visitor agreed to be remembered. Default: yes */
  consent?: (request: Request) => boolean
}

/** A shop that waits longer for the backend loses more visitors than clicks. */
const PATIENCE_MS = 1000

/** Records the click of a request that follows an affiliate's link. Null without one, and whatever goes wrong. */
export async function recordLanding(request: Request, options: LandingOptions): Promise<StoreAffiliateClick | null> {
  try {
    const url = publicUrl(request)
    if (!isVisit(request) || !carriesCode(url, options) || options.consent?.(request) === false) return null
    const body: StoreCreateAffiliateClick = {
      url,
      referrer: request.headers.get("referer"),
      program: options.program,
      token: affiliateToken(request.headers.get("cookie")),
    }
    const answer = await fetch(`${options.backendUrl.replace(/\/+$/, "")}/affiliate/clicks`, {
      method: "POST",
      // Theirs, so that a crawler is not taken for a visitor.
      headers: { "content-type": "application/json", "user-agent": request.headers.get("user-agent") ?? "" },
      body: JSON.stringify(body),
      signal: AbortSignal.timeout(PATIENCE_MS),
    })
    return ((await answer.json()) as StoreAffiliateClickResponse).click ?? null
  } catch {
    return null
  }
}

/** Whether an address carries a value of a link parameter, damaged on its way or not. */
export const carriesCode = (url: string, { parameter = "ref" }: LandingOptions): boolean =>
  [parameter].flat().some((name) => linkParameterValues(url, name).length > 0)

/** The address that the visitor sees: behind a proxy a server knows itself under another one. */
function publicUrl({ url, headers }: Request): string {
  const own = new URL(url)
  const host = first(headers.get("x-forwarded-host")) ?? headers.get("host") ?? own.host
  return `${isSecure(url, headers) ? "https" : "http"}://${host}${own.pathname}${own.search}`
}

/** Whether the visitor came by https. */
export const isSecure = (url: string, headers: Headers): boolean =>
  (first(headers.get("x-forwarded-proto")) ?? new URL(url).protocol).startsWith("https")

const first = (list: string | null): string | undefined => list?.split(",")[0]?.trim() || undefined

/** A page that somebody opened: not one that a browser fetches in advance, and no image, frame or call of a script. */
function isVisit({ method, headers }: Request): boolean {
  const destination = headers.get("sec-fetch-dest") ?? "document"
  const purpose = headers.get("sec-purpose") ?? headers.get("purpose") ?? ""
  return method === "GET" && destination === "document" && !purpose.includes("prefetch")
}
