import type { MiddlewareRoute } from "@medusajs/framework/http"

import { validateList, validateQuery } from "../../utils/validate"
import { AdminExportClicks, AdminGetClickGroups, AdminGetClicks, AdminGetIgnoredClicks } from "./validators"

const CLICKS = "/admin/affiliate-clicks"

export const adminClickMiddlewares: MiddlewareRoute[] = [
  { matcher: CLICKS, method: "GET", middlewares: [validateList(AdminGetClicks)] },
  { matcher: `${CLICKS}/groups`, method: "GET", middlewares: [validateList(AdminGetClickGroups)] },
  { matcher: `${CLICKS}/ignored`, method: "GET", middlewares: [validateList(AdminGetIgnoredClicks)] },
  { matcher: `${CLICKS}/export`, method: "GET", middlewares: [validateQuery(AdminExportClicks)] },
]
