import type { MiddlewareRoute } from "@medusajs/framework/http"

import { noQuery, validateBody } from "../../../../utils/validate"
import { AdminSetCustomerReferrer } from "./validators"

const REFERRER = "/admin/customers/:id/affiliate-referrer"

export const adminCustomerReferrerMiddlewares: MiddlewareRoute[] = [
  { matcher: REFERRER, method: "GET", middlewares: [noQuery] },
  { matcher: REFERRER, method: "POST", middlewares: [noQuery, validateBody(AdminSetCustomerReferrer)] },
]
