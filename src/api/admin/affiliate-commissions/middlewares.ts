import { validateAndTransformQuery, type MiddlewareRoute } from "@medusajs/framework/http"

import { listQuery } from "../../utils/query-config"
import { AdminGetCommissions } from "./validators"

export const adminCommissionMiddlewares: MiddlewareRoute[] = [
  { matcher: "/admin/affiliate-commissions", method: "GET", middlewares: [validateAndTransformQuery(AdminGetCommissions, listQuery)] },
]
