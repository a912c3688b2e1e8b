import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"

import { AFFILIATE_MODULE } from "../../../modules/affiliate"
import type AffiliateModuleService from "../../../modules/affiliate/service"
import type { StoreCreateAffiliateClickType } from "./validators"

/** Records a click told by a server or a headless storefront; answers with the token to keep, or with why there is none. */
export async function POST(req: MedusaRequest<StoreCreateAffiliateClickType>, res: MedusaResponse): Promise<void> {
  const affiliate = req.scope.resolve<AffiliateModuleService>(AFFILIATE_MODULE)
  const { url, referrer, program } = req.validatedBody
  const click = await affiliate.captureClick({ page: url, referrer, project: program }, new Date())
  if ("token" in click) {
    res.status(201).json({ click: { token: click.token, expires_at: click.expires_at } })
  } else {
    res.status(200).json({ click: null, reason: click.ignored })
  }
}
