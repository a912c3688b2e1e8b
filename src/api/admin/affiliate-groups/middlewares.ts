import type { MiddlewareRoute } from "@medusajs/framework/http"

import { noBody, noQuery, validateBody, validateList } from "../../utils/validate"
import { AdminChangeGroupMembers, AdminGetAffiliateGroups, AdminNameAffiliateGroup } from "./validators"

const GROUPS = "/admin/affiliate-groups"

export const adminGroupMiddlewares: MiddlewareRoute[] = [
  { matcher: GROUPS, method: "GET", middlewares: [validateList(AdminGetAffiliateGroups)] },
  { matcher: GROUPS, method: "POST", middlewares: [noQuery, validateBody(AdminNameAffiliateGroup)] },
  { matcher: `${GROUPS}/:id`, method: "GET", middlewares: [noQuery] },
  { matcher: `${GROUPS}/:id`, method: "POST", middlewares: [noQuery, validateBody(AdminNameAffiliateGroup)] },
  { matcher: `${GROUPS}/:id`, method: "DELETE", middlewares: [noQuery, noBody] },
  { matcher: `${GROUPS}/:id/affiliates`, method: "POST", middlewares: [noQuery, validateBody(AdminChangeGroupMembers)] },
]
