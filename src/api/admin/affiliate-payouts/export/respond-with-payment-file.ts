import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { stringify } from "csv-stringify/sync"

import { PAYOUT_FILES } from "../../../../domain/payouts/files"
import { payoutFileLines } from "../../../../domain/payouts/files/payout-file"
import type { PayoutFilters } from "../../../../modules/affiliate/payouts/list-payouts"
import { withMedusaErrors } from "../../../../workflows/utils/to-medusa-error"
import { CSV_FORMAT } from "../../../../domain/text/csv-format"
import { asCsvDownload } from "../../../utils/as-download"
import { affiliateModule } from "../../../../workflows/utils/affiliate-module"

/** The file is complete before its first byte is sent, at most 10,000 lines: an incomplete one could be sent to a bank. */
export async function respondWithPaymentFile(
  req: MedusaRequest,
  res: MedusaResponse,
  format: keyof typeof PAYOUT_FILES,
  filters: PayoutFilters
): Promise<void> {
  const file = PAYOUT_FILES[format]
  const payouts = await affiliateModule(req.scope).payouts.listToSend(file.method, filters, file.max_payouts + 1)
  const lines = await withMedusaErrors(() => payoutFileLines(file, payouts))
  asCsvDownload(res, `payouts-${format}`).send(stringify(lines, CSV_FORMAT))
}
