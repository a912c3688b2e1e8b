import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"

import { InvalidInput } from "../../../../../domain/errors"
import { updateAffiliatesWorkflow } from "../../../../../workflows"
import { toMedusaError } from "../../../../../workflows/utils/to-medusa-error"
import type { AdminUpdateAffiliates } from "../../validators"

/** Makes one change of many affiliates, and answers what became of each. */
export async function POST(req: AuthenticatedMedusaRequest<AdminUpdateAffiliates>, res: MedusaResponse): Promise<void> {
  const { status, commission_percent } = req.validatedBody
  if (status === undefined && commission_percent === undefined) {
    throw toMedusaError(new InvalidInput("status", "must say what changes, or commission_percent"))
  }
  const { result } = await updateAffiliatesWorkflow(req.scope).run({ input: req.validatedBody })
  res.json({ results: result.map(({ id, outcome, ...why }) => ({ id, outcome, reason: "reason" in why ? why.reason : null })) })
}
