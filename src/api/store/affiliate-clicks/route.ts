import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"

import type { StoreCreateAffiliateClickType } from "./validators"
import { affiliateModule } from "../../../workflows/utils/affiliate-module"

/** Records a click that a server or a headless storefront reports; answers the token to keep, or the reason why there is none. */
export async function POST(req: MedusaRequest<StoreCreateAffiliateClickType>, res: MedusaResponse): Promise<void> {
  const affiliate = affiliateModule(req.scope)
  const { url, referrer, program } = req.validatedBody
  const click = await affiliate.clicks.capture({ page: url, referrer, project: program }, new Date())
  if ("token" in click) {
    res.status(201).json({ click: { token: click.token, expires_at: click.expires_at } })
  } else {
    res.status(200).json({ click: null, reason: click.ignored })
  }
}
