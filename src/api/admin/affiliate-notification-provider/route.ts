import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"

import { affiliateModule } from "../../../workflows/utils/affiliate-module"

/** Who sends the store's e-mails; null where nobody does. */
export async function GET(req: AuthenticatedMedusaRequest, res: MedusaResponse): Promise<void> {
  res.json({ email_provider: await affiliateModule(req.scope).notifications.retrieveEmailProvider() })
}
