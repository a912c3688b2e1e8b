import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"

import type { AdminExportPayouts } from "../validators"
import { respondWithList } from "./respond-with-list"
import { respondWithPaymentFile } from "./respond-with-payment-file"

/** Payouts as a file: a list for the books, or the payments of a method in the columns that its recipient reads, which marks them. */
export async function GET(req: AuthenticatedMedusaRequest<unknown, AdminExportPayouts>, res: MedusaResponse): Promise<void> {
  const { format, decimal, ...filters } = req.validatedQuery
  await (format === "csv"
    ? respondWithList(req, res, decimal, filters)
    : respondWithPaymentFile(req, res, { format, sign: decimal, filters }))
}
