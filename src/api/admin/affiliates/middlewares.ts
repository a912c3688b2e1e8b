import type { MiddlewareRoute } from "@medusajs/framework/http"

import { affiliateAccountMiddlewares } from "../../utils/affiliate-account-middlewares"
import { noQuery, validateBody, validateList, validateQuery } from "../../utils/validate"
import { requireKnownAffiliate } from "./require-known-affiliate"
import {
  AdminAdjustBalance,
  AdminCreateAffiliate,
  AdminExportAffiliates,
  AdminGetAffiliate,
  AdminGetAffiliates,
  AdminGetNotes,
  AdminUpdateAffiliate,
  AdminUpdateAffiliates,
  AdminWriteNote,
} from "./validators"

const AFFILIATES = "/admin/affiliates"
const ONE = `${AFFILIATES}/:id`
const affiliateQuery = validateQuery(AdminGetAffiliate)

export const adminAffiliateMiddlewares: MiddlewareRoute[] = [
  { matcher: AFFILIATES, method: "GET", middlewares: [validateList(AdminGetAffiliates)] },
  { matcher: AFFILIATES, method: "POST", middlewares: [affiliateQuery, validateBody(AdminCreateAffiliate)] },
  { matcher: ONE, method: "GET", middlewares: [affiliateQuery] },
  { matcher: ONE, method: "POST", middlewares: [affiliateQuery, validateBody(AdminUpdateAffiliate)] },
  { matcher: `${AFFILIATES}/batch/update`, method: "POST", middlewares: [noQuery, validateBody(AdminUpdateAffiliates)] },
  { matcher: `${AFFILIATES}/batch/export`, method: "GET", middlewares: [validateQuery(AdminExportAffiliates)] },
  { matcher: `${ONE}/notes`, method: "GET", middlewares: [requireKnownAffiliate, validateList(AdminGetNotes)] },
  { matcher: `${ONE}/notes`, method: "POST", middlewares: [noQuery, validateBody(AdminWriteNote)] },
  { matcher: `${ONE}/history`, method: "GET", middlewares: [requireKnownAffiliate, noQuery] },
  { matcher: `${ONE}/adjustments`, method: "POST", middlewares: [noQuery, validateBody(AdminAdjustBalance)] },
  { matcher: `${ONE}/statements*`, method: "GET", middlewares: [requireKnownAffiliate] },
  { matcher: `${ONE}/billing-details`, method: "GET", middlewares: [requireKnownAffiliate] },
  ...affiliateAccountMiddlewares(ONE),
]
