import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { stringify } from "csv-stringify/sync"

import { namedLeftOut } from "../../../../domain/payouts/files/payout-file"
import { CSV_FORMAT } from "../../../../domain/text/csv-format"
import type { PayoutExport } from "../../../../modules/affiliate/payouts/export-payouts"
import { affiliateModule } from "../../../../workflows/utils/affiliate-module"
import { asDatedDownload } from "../../../utils/as-download"
import { toXml } from "../../../utils/to-xml"
import { withConflictCode } from "../../../utils/with-conflict-code"

/**
 * The file is complete before its first byte is sent, at most 10,000 payments: an incomplete one could be sent to a bank. The header
 * `x-affiliate-left-out` names the payouts that it cannot hold.
 */
export async function respondWithPaymentFile(req: MedusaRequest, res: MedusaResponse, file: PayoutExport): Promise<void> {
  const exported = await withConflictCode(res, () => affiliateModule(req.scope).payouts.export(file))
  if (exported.left_out.length > 0) res.set("x-affiliate-left-out", namedLeftOut(exported.left_out))
  if ("message" in exported) {
    asDatedDownload(res, `payouts-${file.format}`, "xml").send(toXml(exported.message))
  } else {
    asDatedDownload(res, `payouts-${file.format}`, "csv").send(stringify(exported.lines, { ...CSV_FORMAT, delimiter: exported.delimiter }))
  }
}
