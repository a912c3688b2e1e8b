import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"

import { AFFILIATE_LIST_HEADER, affiliateListRow } from "../../../../../domain/affiliates/affiliate-list"
import { affiliateModule } from "../../../../../workflows/utils/affiliate-module"
import { respondWithCsv } from "../../../../utils/respond-with-csv"
import { figureRangeOf } from "../../figure-range"
import type { AdminExportAffiliates } from "../../validators"

/** All pages of the list as a CSV file, with figures where the request names a range. */
export async function GET(req: AuthenticatedMedusaRequest<unknown, AdminExportAffiliates>, res: MedusaResponse): Promise<void> {
  const { decimal: sign, from, to, currency_code, ...filters } = req.validatedQuery
  const pages = affiliateModule(req.scope).affiliates.export(filters, figureRangeOf({ from, to, currency_code }))
  await respondWithCsv(req, res, pages, { name: "affiliates", header: AFFILIATE_LIST_HEADER, toLine: affiliateListRow, sign })
}
