import type { MiddlewareRoute } from "@medusajs/framework/http"

import { validateList } from "../../utils/validate"
import { AdminGetPayoutMethods } from "./validators"

export const adminPayoutMethodMiddlewares: MiddlewareRoute[] = [
  { matcher: "/admin/affiliate-payout-methods", method: "GET", middlewares: [validateList(AdminGetPayoutMethods)] },
]
