import type { MiddlewareRoute } from "@medusajs/framework/http"

import { noQuery } from "../../utils/validate"

export const adminSetupMiddlewares: MiddlewareRoute[] = [{ matcher: "/admin/affiliate-setup", method: "GET", middlewares: [noQuery] }]
