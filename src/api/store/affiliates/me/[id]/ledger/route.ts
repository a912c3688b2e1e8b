import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"

import { filtersOf, listResponse, pageOf } from "../../../../../utils/list-response"
import type { StoreGetLedger } from "../../../validators"
import { affiliateModule } from "../../../../../../workflows/utils/affiliate-module"

/** The entries of the affiliate's account: with the reason of an adjustment, but without the admin who made it and without why a payout was canceled. */
export async function GET(req: AuthenticatedMedusaRequest<unknown, StoreGetLedger>, res: MedusaResponse): Promise<void> {
  const { validatedQuery } = req
  const filters = { ...filtersOf(validatedQuery), affiliate_id: [req.params.id as string] }
  const { rows, ...counted } = await affiliateModule(req.scope).ledger.list(filters, pageOf(validatedQuery))
  const entries = rows.map(({ created_by: _, note, ...entry }) => ({
    ...entry,
    note: entry.source_type === "payout_reversal" ? null : note,
  }))
  res.json(listResponse(req, "ledger_entries", { rows: entries, ...counted }))
}
