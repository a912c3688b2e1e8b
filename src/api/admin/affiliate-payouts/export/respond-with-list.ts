import { Readable } from "node:stream"
import { pipeline } from "node:stream/promises"

import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { stringify } from "csv-stringify"

import { PAYOUT_LIST_HEADER, payoutListRow, type ListedPayout } from "../../../../domain/payouts/files/list"
import type { PayoutFilters } from "../../../../modules/affiliate/payouts/list-payouts"
import { csvFormat, type DecimalSign } from "../../../../domain/text/csv-format"
import { asDatedDownload } from "../../../utils/as-download"
import { affiliateModule } from "../../../../workflows/utils/affiliate-module"

const PAGE = 1000

/** Sends the list as it is read, page by page, so that its length costs no memory. The byte order mark makes spreadsheets read it as UTF-8. */
export async function respondWithList(req: MedusaRequest, res: MedusaResponse, sign: DecimalSign, filters: PayoutFilters): Promise<void> {
  const readAfter = (last?: ListedPayout) =>
    affiliateModule(req.scope).payouts.listForBooks(filters, { before: last?.number ?? null, limit: PAGE })
  // Read before anything is sent, so that an error in the request is still answered with 400.
  const first = await readAfter()
  try {
    await pipeline(
      Readable.from(linesOf(first, sign, readAfter)),
      stringify({ ...csvFormat(sign), bom: true }),
      asDatedDownload(res, "payouts", "csv")
    )
  } catch (error) {
    // The connection is closed without an end, so that the client notices an incomplete file. Or it was the client that closed it.
    req.scope.resolve(ContainerRegistrationKeys.LOGGER).warn(`The export of payouts broke off: ${String(error)}`)
  }
}

async function* linesOf(
  first: ListedPayout[],
  sign: DecimalSign,
  readAfter: (last: ListedPayout) => Promise<ListedPayout[]>
): AsyncGenerator<string[]> {
  yield PAYOUT_LIST_HEADER
  for (let page = first; ; ) {
    yield* page.map((payout) => payoutListRow(payout, sign))
    const last = page.at(-1)
    if (!last || page.length < PAGE) return
    page = await readAfter(last)
  }
}
