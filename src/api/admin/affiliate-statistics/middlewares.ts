import { validateAndTransformQuery, type MiddlewareRoute } from "@medusajs/framework/http"

import { retrieveQuery } from "../../utils/query-config"
import { AdminGetStatistics } from "./validators"

export const adminStatisticsMiddlewares: MiddlewareRoute[] = [
  { matcher: "/admin/affiliate-statistics", method: "GET", middlewares: [validateAndTransformQuery(AdminGetStatistics, retrieveQuery)] },
]
