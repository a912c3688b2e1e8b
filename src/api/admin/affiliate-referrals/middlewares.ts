import { validateAndTransformQuery, type MiddlewareRoute } from "@medusajs/framework/http"

import { listQuery } from "../../utils/query-config"
import { AdminGetReferrals } from "./validators"

export const adminReferralMiddlewares: MiddlewareRoute[] = [
  { matcher: "/admin/affiliate-referrals", method: "GET", middlewares: [validateAndTransformQuery(AdminGetReferrals, listQuery)] },
]
