import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"

import { affiliateModule } from "../../../../workflows/utils/affiliate-module"
import type { AdminGetCommissionTotals } from "../validators"

/** What all pages of the list come to, per currency. */
export async function GET(req: AuthenticatedMedusaRequest<unknown, AdminGetCommissionTotals>, res: MedusaResponse): Promise<void> {
  res.json({ totals: await affiliateModule(req.scope).commissions.total(req.validatedQuery) })
}
