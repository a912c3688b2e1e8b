import type { MiddlewareRoute } from "@medusajs/framework/http"

import { validateQuery } from "../../utils/validate"
import { AdminGetStatistics } from "./validators"

export const adminStatisticsMiddlewares: MiddlewareRoute[] = [
  { matcher: "/admin/affiliate-statistics", method: "GET", middlewares: [validateQuery(AdminGetStatistics)] },
]
