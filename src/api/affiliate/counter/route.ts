import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"

import { decodeLegacyEscape } from "../../../domain/clicks/legacy-escape"
import { clickCookie, keepClickCookie } from "../click-cookie"
import { visitorOf } from "../clicks/capture-click"
import { affiliateModule } from "../../../workflows/utils/affiliate-module"

/** The smallest GIF that browsers show: one transparent pixel, 43 bytes. */
const PIXEL = Buffer.from("R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAICRAEAOw==", "base64")

/** BILLmanager's counter: `project`, `p` (page), `r` (referrer), `rnd`. The answer is always the pixel, whatever the parameters. */
export async function GET(req: MedusaRequest, res: MedusaResponse): Promise<void> {
  const affiliate = affiliateModule(req.scope)
  const { p, r, project } = req.query
  const landing = { page: unescaped(p), referrer: unescaped(r), project, visitor: visitorOf(req) }
  const click = await affiliate.clicks.capture(landing, new Date())

  res.set({ "Access-Control-Allow-Origin": "*", "Access-Control-Expose-Headers": "x-affiliate-click, x-affiliate-ignored" })
  res.set({ "Cache-Control": "no-store", "Cross-Origin-Resource-Policy": "cross-origin" })
  if ("token" in click) {
    res.set("x-affiliate-click", click.token)
    keepClickCookie(req, res, affiliate.clicks.tokenToKeep(click, clickCookie(req), new Date()))
  } else {
    res.set("x-affiliate-ignored", click.ignored)
  }
  res.type("image/gif").status(200).end(PIXEL)
}

/** An address still escaped as a whole defeated the query parser: it came from JavaScript's old `escape()`. */
const unescaped = (value: unknown): unknown => (typeof value === "string" && /^https?%3A/i.test(value) ? decodeLegacyEscape(value) : value)
