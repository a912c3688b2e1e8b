import type { MiddlewareRoute } from "@medusajs/framework/http"

import { validateList, validateQuery } from "../../utils/validate"
import { AdminGetPayRun, AdminGetPayRuns } from "./validators"

const PAY_RUNS = "/admin/affiliate-pay-runs"

export const adminPayRunMiddlewares: MiddlewareRoute[] = [
  { matcher: PAY_RUNS, method: "GET", middlewares: [validateList(AdminGetPayRuns)] },
  { matcher: `${PAY_RUNS}/:id`, method: "GET", middlewares: [validateQuery(AdminGetPayRun)] },
]
