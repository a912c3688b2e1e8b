import { isbot } from "isbot"

/** What a request says about who sent it: hostile text, as all headers are. */
export interface Visitor {
  user_agent?: string | undefined
  /** `Sec-Purpose`, or the older `Purpose`. */
  purpose?: string | undefined
}

/**
 * Servers and apps that report a visit name their HTTP client, and a merchant tries a link with curl or a browser without a window. isbot takes
 * all of them for bots.
 */
const TOOL =
  /^(?:node|undici|axios|got|ky|curl|wget|okhttp|dart|python|go-http-client|java|guzzle|php|postman|supertest)\b|cfnetwork|headless/i

/** isbot's patterns read as much of a user agent as it is given. */
const MAX_USER_AGENT = 512

/** Why a page view is nobody's visit: a crawler or a preview of a link, or a browser that fetches a page in advance. */
export function notAVisit({ user_agent, purpose }: Visitor): "bot" | "prefetch" | null {
  if (purpose?.toLowerCase().includes("prefetch")) return "prefetch"
  const name = user_agent?.slice(0, MAX_USER_AGENT)
  return isbot(name) && !TOOL.test(name ?? "") ? "bot" : null
}
