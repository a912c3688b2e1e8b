import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { stringify } from "csv-stringify/sync"

import { PAYOUT_FILES } from "../../../../domain/payouts/files"
import { payoutFileLines } from "../../../../domain/payouts/files/payout-file"
import type { PayoutFilters } from "../../../../modules/affiliate/payouts/list-payouts"
import { withMedusaErrors } from "../../../../workflows/utils/to-medusa-error"
import { attachCsv } from "../../../utils/attachment"
import { CSV_FORMAT } from "../../../utils/csv-format"
import { affiliateModule } from "../../../../workflows/utils/affiliate-module"

/** Made whole before the first byte is sent, at most 10,000 lines: half a file of payments could be taken for one. */
export async function respondWithPaymentFile(
  req: MedusaRequest,
  res: MedusaResponse,
  format: keyof typeof PAYOUT_FILES,
  filters: PayoutFilters
): Promise<void> {
  const file = PAYOUT_FILES[format]
  const payouts = await affiliateModule(req.scope).payouts.listToSend(file.method, filters, file.max_payouts + 1)
  const lines = await withMedusaErrors(() => payoutFileLines(file, payouts))
  attachCsv(res, `payouts-${format}`).send(stringify(lines, CSV_FORMAT))
}
