import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"

import { type CapturedClick } from "../../modules/affiliate"
import { affiliateModule } from "../../workflows/utils/affiliate-module"

const CLICK_COOKIE = "affiliate_click"
/** The header in which a storefront sends a click's token. */
const TOKEN_HEADER = "x-affiliate-token"

/**
 * Keeps a click's token in a cookie, for a site that has nothing but the image. In a first-click program a valid token that is there
 * already stays, because the first link counts.
 */
export function keepClickCookie(req: MedusaRequest, res: MedusaResponse, click: Extract<CapturedClick, { token: string }>): void {
  const affiliate = affiliateModule(req.scope)
  if (click.program.attribution_model === "first_click" && affiliate.clicks.isToken(clickCookie(req), new Date())) return
  const secure = req.secure
  res.cookie(CLICK_COOKIE, click.token, {
    httpOnly: true,
    path: "/",
    expires: click.expires_at,
    ...(secure ? { secure, sameSite: "none" } : { sameSite: "lax" }),
  })
}

/** The click's token of a request: the header, or else the cookie. */
export function clickTokenOf(req: MedusaRequest): string | null {
  const header = req.headers[TOKEN_HEADER]
  return (typeof header === "string" && header) || clickCookie(req)
}

const clickCookie = (req: MedusaRequest): string | null => {
  const cookies: unknown = req.cookies
  const value: unknown = typeof cookies === "object" && cookies !== null ? (cookies as Record<string, unknown>)[CLICK_COOKIE] : null
  return typeof value === "string" && value ? value : null
}
