import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"

import { acceptInvitationWorkflow } from "../../../../../workflows"
import { withConflictCode } from "../../../../utils/with-conflict-code"
import { listOwnAffiliates } from "../../own-affiliates"
import type { StoreAcceptInvitation } from "../../validators"

/** Joins by an invitation, under whichever e-mail the customer shops; who accepted it gets the same affiliate again. */
export async function POST(req: AuthenticatedMedusaRequest<StoreAcceptInvitation>, res: MedusaResponse): Promise<void> {
  const input = { ...req.validatedBody, customer_id: req.auth_context.actor_id }
  const { result } = await withConflictCode(res, () => acceptInvitationWorkflow(req.scope).run({ input }))
  const { rows } = await listOwnAffiliates(req, { id: [result.affiliate_id] }, { limit: 1, offset: 0 })
  res.status(result.is_new ? 201 : 200).json({ affiliate: rows[0] })
}
