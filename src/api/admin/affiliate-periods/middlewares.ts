import type { MiddlewareRoute } from "@medusajs/framework/http"

import { noQuery, validateBody, validateList, validateQuery } from "../../utils/validate"
import {
  AdminClosePeriod,
  AdminExportPeriodStatements,
  AdminGetPeriod,
  AdminGetPeriods,
  AdminReplayPeriod,
  AdminSendPeriodStatements,
} from "./validators"

const PERIODS = "/admin/affiliate-periods"

export const adminPeriodMiddlewares: MiddlewareRoute[] = [
  { matcher: PERIODS, method: "GET", middlewares: [validateList(AdminGetPeriods)] },
  { matcher: `${PERIODS}/:period`, method: "GET", middlewares: [validateQuery(AdminGetPeriod)] },
  { matcher: `${PERIODS}/:period/statements`, method: "GET", middlewares: [validateQuery(AdminExportPeriodStatements)] },
  { matcher: `${PERIODS}/:period/statements`, method: "POST", middlewares: [noQuery, validateBody(AdminSendPeriodStatements)] },
  { matcher: `${PERIODS}/:period/close`, method: "POST", middlewares: [noQuery, validateBody(AdminClosePeriod)] },
  {
    matcher: `${PERIODS}/:period/replay`,
    method: "POST",
    bodyParser: { sizeLimit: "1mb" },
    middlewares: [noQuery, validateBody(AdminReplayPeriod)],
  },
]
