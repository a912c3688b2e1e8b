import type { MiddlewareRoute } from "@medusajs/framework/http"

import { noQuery, validateBody } from "../../../../utils/validate"
import { AdminReassignOrder } from "./validators"

const EXPLANATION = "/admin/orders/:id/affiliate"

export const adminOrderAffiliateMiddlewares: MiddlewareRoute[] = [
  { matcher: EXPLANATION, method: "GET", middlewares: [noQuery] },
  { matcher: EXPLANATION, method: "POST", middlewares: [noQuery, validateBody(AdminReassignOrder)] },
]
