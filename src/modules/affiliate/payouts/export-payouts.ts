import { z } from "@medusajs/framework/zod"

import { StalePreview } from "../../../domain/errors"
import { CSV_PAYOUT_FILES, PAYOUT_FILES, type PayoutFileFormat } from "../../../domain/payouts/files"
import { csvLines, fileContent, requireFileContent, type LeftOut } from "../../../domain/payouts/files/payout-file"
import type { XmlTree } from "../../../domain/text/xml-tree"
import type { DecimalSign } from "../../../domain/text/csv-format"
import { rows, type Sql } from "../database/connection"
import { statement, text } from "../database/row-check"
import type { PayoutFilters } from "./list-payouts"
import { listPayoutsToSend, type ListedPayoutToSend } from "./list-payouts-to-send"
import { readSepaMessage } from "./sepa-message"

export interface PayoutExport {
  format: PayoutFileFormat
  /** How a CSV writes amounts. */
  sign: DecimalSign
  filters: PayoutFilters
}

/** A payment file's content, to be written as CSV or XML, and the payouts that it cannot hold. */
export type ExportedPayouts = { left_out: LeftOut<ListedPayoutToSend>[] } & (
  | { lines: string[][]; delimiter: string }
  | { message: XmlTree }
)

/** In id order, so that two exports or a settlement at once do not deadlock. The WHERE repeats what a file may hold. */
const MARK = statement<{ id: string }>(
  `
  WITH held AS (
    SELECT id FROM affiliate_payout WHERE id = ANY(:ids) AND status = 'processing' AND sent_at IS NULL ORDER BY id FOR UPDATE
  )
  UPDATE affiliate_payout payout SET exported_at = clock_timestamp(), updated_at = now() FROM held WHERE held.id = payout.id RETURNING payout.id`,
  z.strictObject({ id: text })
)

/**
 * The content of a payment file, and a mark on every payout that stands in it: from then on it may be on its way, and canceling it asks first.
 * The mark is committed before the file leaves the server. What the file cannot hold is left out and named. Runs inside the caller's
 * transaction.
 *
 * @throws InvalidInput when the file could hold nothing, StalePreview when a payout has ended meanwhile.
 */
export async function exportPayouts(sql: Sql, { format, sign, filters }: PayoutExport): Promise<ExportedPayouts> {
  const file = PAYOUT_FILES[format]
  const content = fileContent(file, await listPayoutsToSend(sql, file.method, filters, file.max_payouts + 1))
  requireFileContent(file, content)
  const { held, left_out } = content
  const written = format === "sepa" ? { message: await readSepaMessage(sql, held) } : csvOf(format, held, sign)
  const marked = await rows(sql, MARK, { ids: held.map(({ id }) => id) })
  if (marked.length < held.length) throw new StalePreview("Some of these payouts have ended meanwhile: export again")
  return { ...written, left_out }
}

function csvOf(format: keyof typeof CSV_PAYOUT_FILES, held: ListedPayoutToSend[], sign: DecimalSign) {
  const file = CSV_PAYOUT_FILES[format]
  return { lines: csvLines(file, held, sign), delimiter: file.delimiters[sign] ?? "," }
}
