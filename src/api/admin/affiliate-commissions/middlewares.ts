import type { MiddlewareRoute } from "@medusajs/framework/http"

import { validateList } from "../../utils/validate"
import { AdminGetCommissions } from "./validators"

export const adminCommissionMiddlewares: MiddlewareRoute[] = [
  { matcher: "/admin/affiliate-commissions", method: "GET", middlewares: [validateList(AdminGetCommissions)] },
]
