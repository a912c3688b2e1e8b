import type { MedusaNextFunction, MedusaRequest, MedusaResponse, MiddlewareRoute } from "@medusajs/framework/http"

import { InvalidInput } from "../../domain/errors"
import { unstorableField } from "../../domain/text/storable-text"
import { toMedusaError } from "../../workflows/utils/to-medusa-error"

/** Before anything looks at it: in the database it would be an error of the server's, with the statement in the log. */
function refuseUnstorableText(req: MedusaRequest, _res: MedusaResponse, next: MedusaNextFunction): void {
  const path = req.path.replaceAll("%00", "\0")
  const field = unstorableField({ path, ...req.query }) ?? unstorableField(typeof req.body === "object" ? (req.body ?? {}) : {})
  if (field !== null) throw toMedusaError(new InvalidInput(field, "must be text without a NUL character and without broken Unicode"))
  next()
}

/** All our routes but those that take in clicks: they refuse nothing, and keep of hostile text what can be kept. */
export const refuseUnstorableTextMiddlewares: MiddlewareRoute[] = [
  "/admin/affiliate*",
  "/admin/customers/:id/affiliate-referrer",
  "/admin/orders/:id/affiliate",
  "/store/affiliate-programs*",
  "/store/affiliates*",
  "/store/carts/:id/affiliate",
].map((matcher) => ({ matcher, method: "ALL", middlewares: [refuseUnstorableText] }))
