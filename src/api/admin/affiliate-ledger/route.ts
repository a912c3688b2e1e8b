import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"

import { affiliateModule } from "../../utils/affiliate-module"
import { filtersOf, listAnswer, pageOf } from "../../utils/respond"
import type { AdminGetLedgerEntries } from "./validators"

export async function GET(req: AuthenticatedMedusaRequest<unknown, AdminGetLedgerEntries>, res: MedusaResponse): Promise<void> {
  const { validatedQuery } = req
  const page = await affiliateModule(req).readLedgerEntries(filtersOf(validatedQuery), pageOf(validatedQuery))
  res.json(listAnswer(req, "ledger_entries", page))
}
