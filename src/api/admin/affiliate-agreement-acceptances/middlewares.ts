import { validateAndTransformQuery, type MiddlewareRoute } from "@medusajs/framework/http"

import { listQuery } from "../../utils/query-config"
import { AdminGetAgreementAcceptances } from "./validators"

export const adminAgreementAcceptanceMiddlewares: MiddlewareRoute[] = [
  {
    matcher: "/admin/affiliate-agreement-acceptances",
    method: "GET",
    middlewares: [validateAndTransformQuery(AdminGetAgreementAcceptances, listQuery)],
  },
]
