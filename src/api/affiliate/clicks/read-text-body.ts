import type { MedusaNextFunction, MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { MedusaError } from "@medusajs/framework/utils"

/** Reads JSON that was sent as text: such a request needs no preflight. */
export function readTextBody(req: MedusaRequest, _res: MedusaResponse, next: MedusaNextFunction): void {
  if (typeof req.body !== "string") {
    next()
    return
  }
  try {
    req.body = JSON.parse(req.body) as unknown
  } catch {
    throw new MedusaError(MedusaError.Types.INVALID_DATA, 'The body must be JSON such as { "url": "https://shop.example.com/?ref=code" }')
  }
  next()
}
