import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"

import type { IgnoredReason } from "../../../domain/clicks/landing"
import type { Visitor } from "../../../domain/clicks/visitor"
import type { ClickToken } from "../../../modules/affiliate"
import { affiliateModule } from "../../../workflows/utils/affiliate-module"
import type { StoreCreateAffiliateClickType } from "../../store/affiliate-clicks/validators"

/** Records a click that a browser, a server or a headless storefront reports. @param held the token the visitor has kept so far */
export async function captureClick(
  req: MedusaRequest<StoreCreateAffiliateClickType>,
  held: string | null
): Promise<ClickToken | { ignored: IgnoredReason }> {
  const { clicks } = affiliateModule(req.scope)
  const { url, referrer, program } = req.validatedBody
  const now = new Date()
  const click = await clicks.capture({ page: url, referrer, project: program ?? undefined, visitor: visitorOf(req) }, now)
  return "token" in click ? clicks.tokenToKeep(click, held, now) : click
}

/** Who asks, by their own word. */
export const visitorOf = (req: MedusaRequest): Visitor => ({
  user_agent: req.get("user-agent"),
  purpose: req.get("sec-purpose") ?? req.get("purpose"),
})

/** The token to keep, or the reason why there is none. */
export function respondWithClick(res: MedusaResponse, click: ClickToken | { ignored: IgnoredReason }): void {
  if ("token" in click) res.status(201).json({ click: { token: click.token, expires_at: click.expires_at } })
  else res.status(200).json({ click: null, reason: click.ignored })
}
