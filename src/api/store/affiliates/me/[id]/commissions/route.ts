import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"

import { filtersOf, listResponse, pageOf } from "../../../../../utils/list-response"
import type { StoreGetCommissions } from "../../../validators"
import { affiliateModule } from "../../../../../../workflows/utils/affiliate-module"

/** Each with the public names of the rules that gave its rates. */
export async function GET(req: AuthenticatedMedusaRequest<unknown, StoreGetCommissions>, res: MedusaResponse): Promise<void> {
  const { validatedQuery } = req
  const filters = { ...filtersOf(validatedQuery), affiliate_id: [req.params.id as string] }
  const { commissions, rules } = affiliateModule(req.scope)
  const { rows, ...counted } = await commissions.list(filters, pageOf(validatedQuery))
  const names = await rules.listPublicNames(rows.map(({ id }) => id))
  res.json(listResponse(req, "commissions", { rows: rows.map((row) => ({ ...row, rules: names.get(row.id) ?? [] })), ...counted }))
}
