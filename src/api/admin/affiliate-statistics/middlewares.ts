import type { MiddlewareRoute } from "@medusajs/framework/http"

import { validateQuery } from "../../utils/validate"
import { AdminGetStatistics, AdminGetStatisticsOverview, AdminGetStatisticsTops } from "./validators"

const PATH = "/admin/affiliate-statistics"

export const adminStatisticsMiddlewares: MiddlewareRoute[] = [
  { matcher: PATH, method: "GET", middlewares: [validateQuery(AdminGetStatistics)] },
  { matcher: `${PATH}/overview`, method: "GET", middlewares: [validateQuery(AdminGetStatisticsOverview)] },
  { matcher: `${PATH}/tops`, method: "GET", middlewares: [validateQuery(AdminGetStatisticsTops)] },
]
