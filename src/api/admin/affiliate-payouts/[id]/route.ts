import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"

import { payoutResponse } from "../payout-response"

export async function GET(req: AuthenticatedMedusaRequest, res: MedusaResponse): Promise<void> {
  res.json(await payoutResponse(req, req.params.id as string))
}
