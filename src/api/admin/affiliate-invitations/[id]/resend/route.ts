import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"

import { resendInvitationWorkflow } from "../../../../../workflows"
import { publicUrl } from "../../../../utils/public-url"
import { invitationResponse } from "../../invitation-response"

/** Sends an invitation again with a new link; the former link no longer works. */
export async function POST(req: AuthenticatedMedusaRequest, res: MedusaResponse): Promise<void> {
  const id = req.params.id as string
  const { result } = await resendInvitationWorkflow(req.scope).run({ input: { id, backend_url: publicUrl(req) } })
  const invitation = await invitationResponse(req, id)
  res.set("cache-control", "no-store").json({ ...invitation, url: result?.url ?? "", is_sent: result?.is_sent ?? false })
}
