import type { MiddlewareRoute } from "@medusajs/framework/http"

import { validateList } from "../../utils/validate"
import { AdminGetReferrals } from "./validators"

export const adminReferralMiddlewares: MiddlewareRoute[] = [
  { matcher: "/admin/affiliate-referrals", method: "GET", middlewares: [validateList(AdminGetReferrals)] },
]
