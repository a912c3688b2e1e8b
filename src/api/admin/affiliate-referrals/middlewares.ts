import type { MiddlewareRoute } from "@medusajs/framework/http"

import { validateList, validateQuery } from "../../utils/validate"
import { AdminExportReferrals, AdminGetReferrals } from "./validators"

const REFERRALS = "/admin/affiliate-referrals"

export const adminReferralMiddlewares: MiddlewareRoute[] = [
  { matcher: REFERRALS, method: "GET", middlewares: [validateList(AdminGetReferrals)] },
  { matcher: `${REFERRALS}/export`, method: "GET", middlewares: [validateQuery(AdminExportReferrals)] },
]
