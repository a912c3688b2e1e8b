import type { MiddlewareRoute } from "@medusajs/framework/http"

import { noBody, noQuery, validateBody, validateList, validateQuery } from "../../utils/validate"
import { AdminCreateProgram, AdminGetAgreements, AdminGetProgram, AdminGetPrograms, AdminUpdateProgram } from "./validators"

const PROGRAMS = "/admin/affiliate-programs"
const programQuery = validateQuery(AdminGetProgram)

export const adminProgramMiddlewares: MiddlewareRoute[] = [
  { matcher: PROGRAMS, method: "GET", middlewares: [validateList(AdminGetPrograms)] },
  { matcher: PROGRAMS, method: "POST", middlewares: [programQuery, validateBody(AdminCreateProgram)] },
  { matcher: `${PROGRAMS}/:id`, method: "GET", middlewares: [programQuery] },
  { matcher: `${PROGRAMS}/:id`, method: "POST", middlewares: [programQuery, validateBody(AdminUpdateProgram)] },
  { matcher: `${PROGRAMS}/:id/notifications/:name`, method: "GET", middlewares: [noQuery] },
  { matcher: `${PROGRAMS}/:id/notifications/:name/send`, method: "POST", middlewares: [noQuery, noBody] },
  { matcher: "/admin/affiliate-notification-provider", method: "GET", middlewares: [noQuery] },
  { matcher: `${PROGRAMS}/:id/agreements`, method: "GET", middlewares: [validateList(AdminGetAgreements)] },
]
