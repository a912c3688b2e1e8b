import { carriesCode, isSecure, recordLanding, type LandingOptions } from "./landing"
import { AFFILIATE_COOKIE } from "./token"

/**
 * Adds affiliate links to a middleware that takes a `Request` and gives a `Response`, such as that of Next.js: the click is recorded, and its
 * token kept in an HttpOnly cookie of the shop. Whatever goes wrong, the shop's own answer goes out.
 *
 * @example export const middleware = withAffiliate(shopMiddleware, { backendUrl: process.env.NEXT_PUBLIC_MEDUSA_BACKEND_URL! })
 */
export function withAffiliate<R extends Request, More extends unknown[]>(
  handle: (request: R, ...more: More) => Response | Promise<Response>,
  options: LandingOptions
): (request: R, ...more: More) => Promise<Response> {
  return async (request, ...more) => {
    const response = await handle(request, ...more)
    // A redirect that takes the code along has a landing of its own.
    if (carriesCode(response.headers.get("location") ?? "", options)) return response
    const click = await recordLanding(request, options)
    if (!click) return response
    const seconds = Math.round((Date.parse(click.expires_at) - Date.now()) / 1000)
    const secure = isSecure(request.url, request.headers) ? "; Secure" : ""
    return withHeaders(response, {
      "set-cookie": `${AFFILIATE_COOKIE}=${click.token}; Path=/; Max-Age=${seconds}; HttpOnly; SameSite=Lax${secure}`,
    })
  }
}

/** Some answers, such as redirects, cannot be changed. */
function withHeaders(response: Response, added: Record<string, string>): Response {
  const set = ({ headers }: Response): void => {
    // No cache between the shop and its visitors may give one's token to another.
    headers.set("cache-control", "private, no-store")
    for (const [name, value] of Object.entries(added)) headers.append(name, value)
  }
  try {
    set(response)
    return response
  } catch {
    const copy = new Response(response.body, response)
    set(copy)
    return copy
  }
}
