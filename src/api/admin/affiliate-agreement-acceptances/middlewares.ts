import type { MiddlewareRoute } from "@medusajs/framework/http"

import { validateList } from "../../utils/validate"
import { AdminGetAgreementAcceptances } from "./validators"

export const adminAgreementAcceptanceMiddlewares: MiddlewareRoute[] = [
  { matcher: "/admin/affiliate-agreement-acceptances", method: "GET", middlewares: [validateList(AdminGetAgreementAcceptances)] },
]
