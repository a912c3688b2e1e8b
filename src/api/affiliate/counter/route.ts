import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"

import { decodeLegacyEscape } from "../../../domain/clicks/legacy-escape"
import { clickCookie, keepClickCookie } from "../click-cookie"
import { visitorOf } from "../clicks/capture-click"
import { affiliateModule } from "../../../workflows/utils/affiliate-module"

/** The smallest GIF that browsers show: one transparent pixel, 43 bytes. */
const PIXEL = Buffer.from("R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAICRAEAOw==", "base64")

/** Express's own ways to set headers look at each for a charset. */
const HEADERS = new Map([
  ["Access-Control-Allow-Origin", "*"],
  ["Access-Control-Expose-Headers", "x-affiliate-click, x-affiliate-ignored"],
  ["Cache-Control", "no-store"],
  ["Cross-Origin-Resource-Policy", "cross-origin"],
  ["Content-Type", "image/gif"],
])

/** BILLmanager's counter: `project`, `p` (page), `r` (referrer), `rnd`. The answer is always the pixel, whatever the parameters. */
export async function GET(req: MedusaRequest, res: MedusaResponse): Promise<void> {
  const affiliate = affiliateModule(req.scope)
  const { p, r, project } = req.query
  const landing = { page: unescaped(p), referrer: unescaped(r), project, visitor: visitorOf(req) }
  const click = await affiliate.clicks.capture(landing, new Date())

  for (const [name, value] of HEADERS) res.setHeader(name, value)
  if ("token" in click) {
    res.setHeader("x-affiliate-click", click.token)
    keepClickCookie(req, res, affiliate.clicks.tokenToKeep(click, clickCookie(req), new Date()))
  } else {
    res.setHeader("x-affiliate-ignored", click.ignored)
  }
  res.status(200).end(PIXEL)
}

/** An address still escaped as a whole defeated the query parser: it came from JavaScript's old `escape()`. */
const unescaped = (value: unknown): unknown => (typeof value === "string" && /^https?%3A/i.test(value) ? decodeLegacyEscape(value) : value)
