import { validateAndTransformBody, validateAndTransformQuery, type MiddlewareRoute } from "@medusajs/framework/http"

import { ChoosePayoutMethod } from "../../utils/respond-with-payout-method"
import { listQuery, retrieveQuery } from "../../utils/query-config"
import { statementMiddlewares } from "../../utils/statements/middlewares"
import { knownAffiliate } from "./known-affiliate"
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
  { matcher: "/admin/affiliates/:id/statements*", method: "GET", middlewares: [knownAffiliate] },
  { matcher: "/admin/affiliates/:id/billing-details", method: "GET", middlewares: [knownAffiliate] },
  ...statementMiddlewares("/admin/affiliates/:id"),
]
