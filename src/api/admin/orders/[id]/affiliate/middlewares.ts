import { validateAndTransformBody, type MiddlewareRoute } from "@medusajs/framework/http"

import { AdminReassignOrder } from "./validators"

export const adminOrderAffiliateMiddlewares: MiddlewareRoute[] = [
  { matcher: "/admin/orders/:id/affiliate", method: "POST", middlewares: [validateAndTransformBody(AdminReassignOrder)] },
]
