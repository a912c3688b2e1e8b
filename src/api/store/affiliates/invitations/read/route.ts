import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"

import { affiliateModule } from "../../../../../workflows/utils/affiliate-module"
import { withMedusaErrors } from "../../../../../workflows/utils/to-medusa-error"
import type { StoreReadInvitation } from "../../validators"

/** What the holder of a link is invited to, before they log in. The token is in the body: addresses end up in logs. */
export async function POST(req: MedusaRequest<StoreReadInvitation>, res: MedusaResponse): Promise<void> {
  const invitation = await withMedusaErrors(() => affiliateModule(req.scope).invitations.find(req.validatedBody.token))
  res.json({ invitation })
}
