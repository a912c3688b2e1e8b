import type { MedusaNextFunction, MedusaRequest, MedusaResponse, MiddlewareRoute } from "@medusajs/framework/http"

import { InvalidInput } from "../../domain/errors"
import { unstorableField } from "../../domain/text/storable-text"
import { toMedusaError } from "../../workflows/utils/to-medusa-error"

/** Before anything reads the request: PostgreSQL would refuse such text with an error that is answered with 500 and logged with its statement. */
function refuseUnstorableText(req: MedusaRequest, _res: MedusaResponse, next: MedusaNextFunction): void {
  const path = req.path.replaceAll("%00", "\0")
  const field = unstorableField({ path, ...req.query }) ?? unstorableField(typeof req.body === "object" ? (req.body ?? {}) : {})
  if (field !== null) throw toMedusaError(new InvalidInput(field, "must be text without a NUL character and without broken Unicode"))
  next()
}

/** All our routes but those that record clicks: these refuse no text, and keep what can be stored of it. */
export const refuseUnstorableTextMiddlewares: MiddlewareRoute[] = [
  "/admin/affiliate*",
  "/admin/customers/:id/affiliate-referrer",
  "/admin/orders/:id/affiliate",
  "/store/affiliate-programs*",
  "/store/affiliates*",
  "/store/carts/:id/affiliate",
  "/affiliate/portal/config",
].map((matcher) => ({ matcher, method: "ALL", middlewares: [refuseUnstorableText] }))
