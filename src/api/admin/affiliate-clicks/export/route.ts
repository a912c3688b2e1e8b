import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"

import { CLICK_LIST_HEADER, clickListRow } from "../../../../domain/clicks/click-list"
import { affiliateModule } from "../../../../workflows/utils/affiliate-module"
import { respondWithCsv } from "../../../utils/respond-with-csv"
import type { AdminExportClicks } from "../validators"

/** All pages of the list as a CSV file. */
export async function GET(req: AuthenticatedMedusaRequest<unknown, AdminExportClicks>, res: MedusaResponse): Promise<void> {
  const { decimal: sign, ...filters } = req.validatedQuery
  const pages = affiliateModule(req.scope).clicks.export(filters)
  await respondWithCsv(req, res, pages, { name: "clicks", header: CLICK_LIST_HEADER, toLine: clickListRow, sign })
}
