import type { MiddlewareRoute } from "@medusajs/framework/http"

import { noBody, noQuery, validateBody, validateList } from "../../../../utils/validate"
import {
  AdminCreateCommissionRule,
  AdminGetCommissionRules,
  AdminOrderCommissionRules,
  AdminTryCommissionRules,
  AdminUpdateCommissionRule,
} from "./validators"

const RULES = "/admin/affiliate-programs/:id/commission-rules"
/** A thousand values of each kind: Medusa takes 100 kB. */
const MANY_IDS = { sizeLimit: "1mb" }
/** One rule: a parameter in the path would match the routes beside it too. */
const ONE = /^\/admin\/affiliate-programs\/[^/]+\/commission-rules\/(?!(?:order|try)\/?$)[^/]+\/?$/i

export const adminCommissionRuleMiddlewares: MiddlewareRoute[] = [
  { matcher: RULES, method: "GET", middlewares: [validateList(AdminGetCommissionRules)] },
  { matcher: RULES, method: "POST", bodyParser: MANY_IDS, middlewares: [noQuery, validateBody(AdminCreateCommissionRule)] },
  { matcher: `${RULES}/order`, method: "POST", bodyParser: MANY_IDS, middlewares: [noQuery, validateBody(AdminOrderCommissionRules)] },
  { matcher: `${RULES}/try`, method: "POST", middlewares: [noQuery, validateBody(AdminTryCommissionRules)] },
  { matcher: ONE, method: "GET", middlewares: [noQuery] },
  { matcher: ONE, method: "POST", bodyParser: MANY_IDS, middlewares: [noQuery, validateBody(AdminUpdateCommissionRule)] },
  { matcher: ONE, method: "DELETE", middlewares: [noQuery, noBody] },
]
