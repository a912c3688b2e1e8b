import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"

import { affiliateModule } from "../../../workflows/utils/affiliate-module"
import { sendBuilt } from "./send-built"

/** Nothing from elsewhere but the pictures of logos and banners, and nothing inline: text of an affiliate or a merchant that slipped into the page as HTML could run nothing. */
const FIXED = ["default-src 'none'", "script-src 'self'", "style-src 'self'", "connect-src 'self'", "base-uri 'none'", "form-action 'none'"]

/**
 * The portal's one page, the same at each of its addresses. Any site may embed it unless the option `portal.frame_ancestors` names those that may:
 * the session lives in the frame's own storage, which browsers keep apart by the site around it, so a foreign site frames a page that is
 * logged out.
 */
export async function sendPage(req: MedusaRequest, res: MedusaResponse): Promise<void> {
  const affiliate = affiliateModule(req.scope)
  const { frame_ancestors } = affiliate.options.portal
  const images = ["img-src 'self' data: blob:", ...(await affiliate.programs.listImageOrigins())].join(" ")
  const frames = frame_ancestors ? [`frame-ancestors ${frame_ancestors.join(" ") || "'none'"}`] : []
  const policy = [...FIXED, images, ...frames]
  sendBuilt(req, res, "index.html", { "Content-Security-Policy": policy.join("; "), "Cache-Control": "no-cache" })
}
