import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"

import { createPayoutsWorkflow } from "../../../workflows"
import { withConflictCode } from "../../utils/with-conflict-code"
import { filtersOf, listResponse, pageOf } from "../../utils/list-response"
import { skippedOf } from "./payout-response"
import type { AdminCreatePayouts, AdminGetPayouts } from "./validators"
import { affiliateModule } from "../../../workflows/utils/affiliate-module"

/** Newest first. */
export async function GET(req: AuthenticatedMedusaRequest<unknown, AdminGetPayouts>, res: MedusaResponse): Promise<void> {
  const { validatedQuery } = req
  const page = await affiliateModule(req.scope).payouts.list(filtersOf(validatedQuery), pageOf(validatedQuery))
  res.json(listResponse(req, "affiliate_payouts", page))
}

/**
 * Pays out what is available. 201 with the payouts, or 200 when there is nobody to pay; `skipped` names who is not paid, and why. 409 when
 * balances or methods have changed since the preview that was confirmed.
 */
export async function POST(req: AuthenticatedMedusaRequest<AdminCreatePayouts>, res: MedusaResponse): Promise<void> {
  const input = { ...req.validatedBody, created_by: req.auth_context.actor_id }
  const { result } = await withConflictCode(res, () => createPayoutsWorkflow(req.scope).run({ input }))
  const id = result.flatMap(({ payout_id }) => payout_id ?? [])
  const { rows } = await affiliateModule(req.scope).payouts.list({ id }, { limit: id.length, offset: 0, order: "number" })
  res.status(id.length > 0 ? 201 : 200).json({ affiliate_payouts: rows, skipped: skippedOf(result) })
}
