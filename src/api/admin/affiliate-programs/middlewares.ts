import { validateAndTransformBody, validateAndTransformQuery, type MiddlewareRoute } from "@medusajs/framework/http"

import { listQuery, retrieveQuery } from "../../utils/query-config"
import { AdminCreateProgram, AdminGetAgreements, AdminGetProgram, AdminGetPrograms, AdminUpdateProgram } from "./validators"

export const adminProgramMiddlewares: MiddlewareRoute[] = [
  { matcher: "/admin/affiliate-programs", method: "GET", middlewares: [validateAndTransformQuery(AdminGetPrograms, listQuery)] },
  {
    matcher: "/admin/affiliate-programs",
    method: "POST",
    middlewares: [validateAndTransformBody(AdminCreateProgram), validateAndTransformQuery(AdminGetProgram, retrieveQuery)],
  },
  { matcher: "/admin/affiliate-programs/:id", method: "GET", middlewares: [validateAndTransformQuery(AdminGetProgram, retrieveQuery)] },
  {
    matcher: "/admin/affiliate-programs/:id",
    method: "POST",
    middlewares: [validateAndTransformBody(AdminUpdateProgram), validateAndTransformQuery(AdminGetProgram, retrieveQuery)],
  },
  {
    matcher: "/admin/affiliate-programs/:id/agreements",
    method: "GET",
    middlewares: [validateAndTransformQuery(AdminGetAgreements, listQuery)],
  },
]
