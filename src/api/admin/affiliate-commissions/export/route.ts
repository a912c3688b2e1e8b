import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"

import { COMMISSION_LIST_HEADER, commissionListRow } from "../../../../domain/commissions/commission-list"
import { affiliateModule } from "../../../../workflows/utils/affiliate-module"
import { respondWithCsv } from "../../../utils/respond-with-csv"
import type { AdminExportCommissions } from "../validators"

/** All pages of the list as a CSV file. */
export async function GET(req: AuthenticatedMedusaRequest<unknown, AdminExportCommissions>, res: MedusaResponse): Promise<void> {
  const { decimal: sign, ...filters } = req.validatedQuery
  const pages = affiliateModule(req.scope).commissions.export(filters)
  await respondWithCsv(req, res, pages, { name: "commissions", header: COMMISSION_LIST_HEADER, toLine: commissionListRow, sign })
}
