import type { MedusaNextFunction, MedusaRequest, MedusaResponse } from "@medusajs/framework/http"

/** Lets a page of any origin read the answer, refusals included. Cookies are not asked for, so there is nothing to protect. */
export function allowAnyOrigin(_req: MedusaRequest, res: MedusaResponse, next: MedusaNextFunction): void {
  res.set({ "Access-Control-Allow-Origin": "*", "Access-Control-Expose-Headers": "date", "Cross-Origin-Resource-Policy": "cross-origin" })
  next()
}
