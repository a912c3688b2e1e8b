import { validateAndTransformBody, validateAndTransformQuery, type MiddlewareRoute } from "@medusajs/framework/http"

import { ChoosePayoutMethod } from "../../utils/payout-method-response"
import { listQuery, retrieveQuery } from "../../utils/query-config"
import { statementMiddlewares } from "../../utils/statements/middlewares"
import { requireKnownAffiliate } from "./require-known-affiliate"
import { AdminAdjustBalance, AdminCreateAffiliate, AdminGetAffiliate, AdminGetAffiliates, AdminUpdateAffiliate } from "./validators"

export const adminAffiliateMiddlewares: MiddlewareRoute[] = [
  { matcher: "/admin/affiliates", method: "GET", middlewares: [validateAndTransformQuery(AdminGetAffiliates, listQuery)] },
  {
    matcher: "/admin/affiliates",
    method: "POST",
    middlewares: [validateAndTransformBody(AdminCreateAffiliate), validateAndTransformQuery(AdminGetAffiliate, retrieveQuery)],
  },
  { matcher: "/admin/affiliates/:id", method: "GET", middlewares: [validateAndTransformQuery(AdminGetAffiliate, retrieveQuery)] },
  {
    matcher: "/admin/affiliates/:id",
    method: "POST",
    middlewares: [validateAndTransformBody(AdminUpdateAffiliate), validateAndTransformQuery(AdminGetAffiliate, retrieveQuery)],
  },
  { matcher: "/admin/affiliates/:id/adjustments", method: "POST", middlewares: [validateAndTransformBody(AdminAdjustBalance)] },
  { matcher: "/admin/affiliates/:id/payout-method", method: "POST", middlewares: [validateAndTransformBody(ChoosePayoutMethod)] },
  { matcher: "/admin/affiliates/:id/statements*", method: "GET", middlewares: [requireKnownAffiliate] },
  { matcher: "/admin/affiliates/:id/billing-details", method: "GET", middlewares: [requireKnownAffiliate] },
  ...statementMiddlewares("/admin/affiliates/:id"),
]
