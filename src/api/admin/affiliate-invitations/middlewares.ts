import type { MiddlewareRoute } from "@medusajs/framework/http"

import { noBody, noQuery, validateBody, validateList } from "../../utils/validate"
import { AdminGetInvitations, AdminInviteAffiliates } from "./validators"

const INVITATIONS = "/admin/affiliate-invitations"

export const adminInvitationMiddlewares: MiddlewareRoute[] = [
  { matcher: INVITATIONS, method: "GET", middlewares: [validateList(AdminGetInvitations)] },
  { matcher: INVITATIONS, method: "POST", middlewares: [noQuery, validateBody(AdminInviteAffiliates)] },
  { matcher: `${INVITATIONS}/:id/resend`, method: "POST", middlewares: [noQuery, noBody] },
  { matcher: `${INVITATIONS}/:id/withdraw`, method: "POST", middlewares: [noQuery, noBody] },
]
