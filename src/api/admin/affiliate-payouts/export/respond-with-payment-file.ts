import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { stringify } from "csv-stringify/sync"

import { PAYOUT_FILES } from "../../../../domain/payouts/files"
import type { PayoutFilters } from "../../../../modules/affiliate/payouts/list-payouts"
import { withConflictCode } from "../../../utils/with-conflict-code"
import { CSV_FORMAT, type DecimalSign } from "../../../../domain/text/csv-format"
import { asCsvDownload } from "../../../utils/as-download"
import { affiliateModule } from "../../../../workflows/utils/affiliate-module"

/** The file is complete before its first byte is sent, at most 10,000 lines: an incomplete one could be sent to a bank. */
export async function respondWithPaymentFile(
  req: MedusaRequest,
  res: MedusaResponse,
  format: keyof typeof PAYOUT_FILES,
  sign: DecimalSign,
  filters: PayoutFilters
): Promise<void> {
  const lines = await withConflictCode(res, () => affiliateModule(req.scope).payouts.export(PAYOUT_FILES[format], sign, filters))
  asCsvDownload(res, `payouts-${format}`).send(stringify(lines, { ...CSV_FORMAT, delimiter: PAYOUT_FILES[format].delimiters[sign] ?? "," }))
}
