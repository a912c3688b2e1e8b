import type { MiddlewareRoute } from "@medusajs/framework/http"

import { validateQuery } from "../../utils/validate"
import { AdminGetTasks } from "./validators"

export const adminTaskMiddlewares: MiddlewareRoute[] = [
  { matcher: "/admin/affiliate-tasks", method: "GET", middlewares: [validateQuery(AdminGetTasks)] },
]
