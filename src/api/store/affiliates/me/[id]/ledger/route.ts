import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"

import { affiliateModule } from "../../../../../utils/affiliate-module"
import { filtersOf, listAnswer, pageOf } from "../../../../../utils/answer"
import type { StoreGetLedger } from "../../../validators"

export async function GET(req: AuthenticatedMedusaRequest<unknown, StoreGetLedger>, res: MedusaResponse): Promise<void> {
  const { validatedQuery } = req
  const filters = { ...filtersOf(validatedQuery), affiliate_id: [req.params.id as string] }
  const page = await affiliateModule(req).readLedgerEntries(filters, pageOf(validatedQuery))
  res.json(listAnswer(req, "ledger_entries", page))
}
