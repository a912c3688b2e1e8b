import { validateAndTransformBody, validateAndTransformQuery, type MiddlewareRoute } from "@medusajs/framework/http"

import { listQuery, retrieveQuery } from "../../utils/query-config"
import { AdminClosePeriod, AdminGetPeriod, AdminGetPeriods, AdminReplayPeriod } from "./validators"

export const adminPeriodMiddlewares: MiddlewareRoute[] = [
  { matcher: "/admin/affiliate-periods", method: "GET", middlewares: [validateAndTransformQuery(AdminGetPeriods, listQuery)] },
  { matcher: "/admin/affiliate-periods/:period", method: "GET", middlewares: [validateAndTransformQuery(AdminGetPeriod, retrieveQuery)] },
  { matcher: "/admin/affiliate-periods/:period/close", method: "POST", middlewares: [validateAndTransformBody(AdminClosePeriod)] },
  { matcher: "/admin/affiliate-periods/:period/replay", method: "POST", middlewares: [validateAndTransformBody(AdminReplayPeriod)] },
]
