import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"

import type { StoreCreateAffiliateClickType } from "../../store/affiliate-clicks/validators"
import { allowAnyOrigin } from "../any-origin"
import { clickCookie, keepClickCookie } from "../click-cookie"
import { captureClick, respondWithClick } from "./capture-click"

/** The browser's call: without a key, from any origin. Where the shop serves it under its own address, the token is kept as a cookie too. */
export async function POST(req: MedusaRequest<StoreCreateAffiliateClickType>, res: MedusaResponse): Promise<void> {
  const click = await captureClick(req, req.validatedBody.token ?? clickCookie(req))
  if ("token" in click) keepClickCookie(req, res, click)
  res.set("Cache-Control", "no-store")
  respondWithClick(res, click)
}

/** A page that sends JSON asks first whether it may. */
export function OPTIONS(req: MedusaRequest, res: MedusaResponse): void {
  const headers = {
    "Access-Control-Allow-Methods": "POST",
    "Access-Control-Allow-Headers": "content-type",
    "Access-Control-Max-Age": "86400",
  }
  allowAnyOrigin(req, res.set(headers), () => res.status(204).end())
}
