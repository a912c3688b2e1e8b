import { z } from "@medusajs/framework/zod"

import { StalePreview } from "../../../domain/errors"
import { payoutFileLines, type PayoutFileFormat } from "../../../domain/payouts/files/payout-file"
import type { DecimalSign } from "../../../domain/text/csv-format"
import { rows, type Sql } from "../database/connection"
import { statement, text } from "../database/row-check"
import type { PayoutFilters } from "./list-payouts"
import { listPayoutsToSend } from "./list-payouts-to-send"

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
 * The lines of a payment file, and a mark on every payout that stands in it: from then on it may be on its way, and canceling it asks first.
 * The mark is committed before the file leaves the server. Runs inside the caller's transaction.
 *
 * @throws InvalidInput naming the payouts that cannot stand in the file, StalePreview when one has ended meanwhile.
 */
export async function exportPayouts(sql: Sql, file: PayoutFileFormat, sign: DecimalSign, filters: PayoutFilters): Promise<string[][]> {
  const payouts = await listPayoutsToSend(sql, file.method, filters, file.max_payouts + 1)
  const lines = payoutFileLines(file, payouts, sign)
  const held = await rows(sql, MARK, { ids: payouts.map(({ id }) => id) })
  if (held.length < payouts.length) throw new StalePreview("Some of these payouts have ended meanwhile: export again")
  return lines
}
