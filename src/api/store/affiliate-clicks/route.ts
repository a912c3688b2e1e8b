import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"

import { captureClick, respondWithClick } from "../../affiliate/clicks/capture-click"
import type { StoreCreateAffiliateClickType } from "./validators"

/** Records a click that a server or a headless storefront reports; answers the token to keep, or the reason why there is none. */
export async function POST(req: MedusaRequest<StoreCreateAffiliateClickType>, res: MedusaResponse): Promise<void> {
  respondWithClick(res, await captureClick(req, req.validatedBody.token ?? null))
}
