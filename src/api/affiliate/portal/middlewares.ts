import type { MiddlewareRoute } from "@medusajs/framework/http"

import { validateQuery } from "../../utils/validate"
import { GetPortalConfig } from "./validators"

export const portalMiddlewares: MiddlewareRoute[] = [
  { matcher: "/affiliate/portal/config", method: "GET", middlewares: [validateQuery(GetPortalConfig)] },
]
