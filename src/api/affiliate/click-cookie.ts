import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"

import type { ClickToken } from "../../modules/affiliate"

export const CLICK_COOKIE = "affiliate_click"
/** The header in which a storefront sends a click's token. */
const TOKEN_HEADER = "x-affiliate-token"

/**
 * Keeps a click's token in a cookie, for a site that has nothing but the image, and for one that serves our routes under its own address. A
 * token needs no escaping.
 */
export function keepClickCookie(req: MedusaRequest, res: MedusaResponse, { token, expires_at }: ClickToken): void {
  if (token === clickCookie(req)) return
  const site = req.secure ? "Secure; SameSite=None" : "SameSite=Lax"
  res.appendHeader("Set-Cookie", `${CLICK_COOKIE}=${token}; Path=/; Expires=${expires_at.toUTCString()}; HttpOnly; ${site}`)
}

/** The click's token of a request: the header, or else the cookie. */
export function clickTokenOf(req: MedusaRequest): string | null {
  const header = req.headers[TOKEN_HEADER]
  return (typeof header === "string" && header) || clickCookie(req)
}

export const clickCookie = (req: MedusaRequest): string | null => {
  const cookies: unknown = req.cookies
  const value: unknown = typeof cookies === "object" && cookies !== null ? (cookies as Record<string, unknown>)[CLICK_COOKIE] : null
  return typeof value === "string" && value ? value : null
}
