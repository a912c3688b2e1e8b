import type { MiddlewareRoute } from "@medusajs/framework/http"

import { validateList, validateQuery } from "../../utils/validate"
import { AdminExportCommissions, AdminGetCommissions, AdminGetCommissionTotals } from "./validators"

const COMMISSIONS = "/admin/affiliate-commissions"

export const adminCommissionMiddlewares: MiddlewareRoute[] = [
  { matcher: COMMISSIONS, method: "GET", middlewares: [validateList(AdminGetCommissions)] },
  { matcher: `${COMMISSIONS}/totals`, method: "GET", middlewares: [validateQuery(AdminGetCommissionTotals)] },
  { matcher: `${COMMISSIONS}/export`, method: "GET", middlewares: [validateQuery(AdminExportCommissions)] },
]
