import type { MiddlewareRoute } from "@medusajs/framework/http"

import { noQuery } from "../../../../utils/validate"

export const adminPromotionAffiliateMiddlewares: MiddlewareRoute[] = [
  { matcher: "/admin/promotions/:id/affiliate", method: "GET", middlewares: [noQuery] },
]
