import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"

import type { PayoutRow } from "../../../../../../modules/affiliate/payouts/list-payouts"
import { filtersOf, listResponse, pageOf } from "../../../../../utils/list-response"
import type { StoreGetPayouts } from "../../../validators"
import { affiliateModule } from "../../../../../../workflows/utils/affiliate-module"

export async function GET(req: AuthenticatedMedusaRequest<unknown, StoreGetPayouts>, res: MedusaResponse): Promise<void> {
  const { validatedQuery } = req
  const filters = { ...filtersOf(validatedQuery), affiliate_id: [req.params.id as string] }
  const { rows, count } = await affiliateModule(req.scope).payouts.list(filters, pageOf(validatedQuery))
  res.json(listResponse(req, "payouts", { rows: rows.map(toOwn), count }))
}

/** What an affiliate sees of a payout: why it failed, because they may have to act on it, but not why the merchant canceled it. */
const toOwn = ({ id, number, amount, currency_code, method, status, reference, reason, created_at, ended_at }: PayoutRow) => ({
  id,
  number,
  amount,
  currency_code,
  method,
  status,
  reference,
  failure_reason: status === "failed" ? reason : null,
  created_at,
  ended_at,
})
