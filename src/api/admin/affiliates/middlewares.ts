import type { MiddlewareRoute } from "@medusajs/framework/http"

import { affiliateAccountMiddlewares } from "../../utils/affiliate-account-middlewares"
import { noQuery, validateBody, validateList, validateQuery } from "../../utils/validate"
import { requireKnownAffiliate } from "./require-known-affiliate"
import { AdminAdjustBalance, AdminCreateAffiliate, AdminGetAffiliate, AdminGetAffiliates, AdminUpdateAffiliate } from "./validators"

const AFFILIATES = "/admin/affiliates"
const ONE = `${AFFILIATES}/:id`
const affiliateQuery = validateQuery(AdminGetAffiliate)

export const adminAffiliateMiddlewares: MiddlewareRoute[] = [
  { matcher: AFFILIATES, method: "GET", middlewares: [validateList(AdminGetAffiliates)] },
  { matcher: AFFILIATES, method: "POST", middlewares: [affiliateQuery, validateBody(AdminCreateAffiliate)] },
  { matcher: ONE, method: "GET", middlewares: [affiliateQuery] },
  { matcher: ONE, method: "POST", middlewares: [affiliateQuery, validateBody(AdminUpdateAffiliate)] },
  { matcher: `${ONE}/adjustments`, method: "POST", middlewares: [noQuery, validateBody(AdminAdjustBalance)] },
  { matcher: `${ONE}/statements*`, method: "GET", middlewares: [requireKnownAffiliate] },
  { matcher: `${ONE}/billing-details`, method: "GET", middlewares: [requireKnownAffiliate] },
  ...affiliateAccountMiddlewares(ONE),
]
