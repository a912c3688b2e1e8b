import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"

import { REFERRAL_LIST_HEADER, referralListRow } from "../../../../domain/referrals/referral-list"
import { affiliateModule } from "../../../../workflows/utils/affiliate-module"
import { respondWithCsv } from "../../../utils/respond-with-csv"
import type { AdminExportReferrals } from "../validators"

/** All pages of the list as a CSV file. */
export async function GET(req: AuthenticatedMedusaRequest<unknown, AdminExportReferrals>, res: MedusaResponse): Promise<void> {
  const { decimal: sign, ...filters } = req.validatedQuery
  const pages = affiliateModule(req.scope).referrals.export(filters)
  await respondWithCsv(req, res, pages, { name: "referrals", header: REFERRAL_LIST_HEADER, toLine: referralListRow, sign })
}
