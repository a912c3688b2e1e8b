import { validateAndTransformBody, type MiddlewareRoute } from "@medusajs/framework/http"

import { AdminSetCustomerReferrer } from "./validators"

export const adminCustomerReferrerMiddlewares: MiddlewareRoute[] = [
  {
    matcher: "/admin/customers/:id/affiliate-referrer",
    method: "POST",
    middlewares: [validateAndTransformBody(AdminSetCustomerReferrer)],
  },
]
