import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"

import { affiliateModule } from "../../../../../workflows/utils/affiliate-module"
import { withMedusaErrors } from "../../../../../workflows/utils/to-medusa-error"
import { invitationResponse } from "../../invitation-response"

/** Takes an invitation back: its link no longer works. */
export async function POST(req: AuthenticatedMedusaRequest, res: MedusaResponse): Promise<void> {
  const id = req.params.id as string
  const affiliate = affiliateModule(req.scope)
  await withMedusaErrors(async () => affiliate.invitations.withdraw(id, await affiliate.now()))
  res.json(await invitationResponse(req, id))
}
