import { z } from "@medusajs/framework/zod"

import { payRunFiles, payRunGroups, type PayRunFile, type PayRunGroup, type RunPayout } from "../../../domain/payouts/pay-run"
import { rows, type Sql } from "../database/connection"
import { decimal, flag, integer, oneOf, statement, text } from "../database/row-check"
import { listPayRuns, type PayRunRow } from "./list-pay-runs"

/** A round of payouts by method and currency, and the files that pay what is open. */
export interface PayRun extends PayRunRow {
  groups: PayRunGroup[]
  files: PayRunFile[]
}

const PAYOUTS = statement<RunPayout>(
  `
  SELECT payout.id, payout.number, payout.affiliate_id, affiliate.code AS affiliate_code,
         affiliate_round(payout.amount, payout.currency_code)::text AS amount, payout.currency_code, payout.method, payout.status,
         payout.sent_at IS NOT NULL AS is_sent, payout.exported_at IS NOT NULL AS is_exported,
         CASE WHEN payout.status = 'processing' AND payout.sent_at IS NULL THEN details.details END AS details
  FROM affiliate_payout payout
  JOIN affiliate ON affiliate.id = payout.affiliate_id
  LEFT JOIN affiliate_payout_details details ON details.id = payout.payout_details_id
  WHERE payout.pay_run_id = :id ORDER BY payout.number`,
  z.strictObject({
    id: text,
    number: integer,
    affiliate_id: text,
    affiliate_code: text,
    amount: decimal,
    currency_code: text,
    method: text,
    status: oneOf("processing", "paid", "failed", "canceled"),
    is_sent: flag,
    is_exported: flag,
    details: z.record(text, text).nullable(),
  })
)

/** One pay run; null when there is none. */
export async function retrievePayRun(sql: Sql, id: string): Promise<PayRun | null> {
  const [run] = (await listPayRuns(sql, { id: [id] }, { limit: 1, offset: 0 })).rows
  if (!run) return null
  const payouts = await rows(sql, PAYOUTS, { id })
  return { ...run, groups: payRunGroups(payouts), files: payRunFiles(payouts) }
}
