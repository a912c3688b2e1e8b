import type { MiddlewareRoute } from "@medusajs/framework/http"

import { noQuery } from "../../utils/validate"

export const adminDoctorMiddlewares: MiddlewareRoute[] = [{ matcher: "/admin/affiliate-doctor", method: "GET", middlewares: [noQuery] }]
