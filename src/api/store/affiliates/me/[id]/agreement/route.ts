import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"

import { acceptAgreementWorkflow, withdrawAgreementWorkflow } from "../../../../../../workflows"
import { withConflictCode } from "../../../../../utils/with-conflict-code"
import type { StoreAcceptAgreement } from "../../../validators"
import { affiliateModule } from "../../../../../../workflows/utils/affiliate-module"

/** The agreement of the affiliate's program and what the affiliate has accepted of it; null when the program has none. */
export async function GET(req: AuthenticatedMedusaRequest, res: MedusaResponse): Promise<void> {
  res.json({ agreement: await affiliateModule(req.scope).agreements.retrieveOwn(req.params.id as string) })
}

/** Accepts the version that holds now. The same again changes nothing. */
export async function POST(req: AuthenticatedMedusaRequest<StoreAcceptAgreement>, res: MedusaResponse): Promise<void> {
  const affiliate_id = req.params.id as string
  const input = { affiliate_id, version: req.validatedBody.version, accepted_by: req.auth_context.actor_id }
  await withConflictCode(res, () => acceptAgreementWorkflow(req.scope).run({ input }))
  res.json({ agreement: await affiliateModule(req.scope).agreements.retrieveOwn(affiliate_id) })
}

/** Withdraws, whichever version was accepted. The same again changes nothing. */
export async function DELETE(req: AuthenticatedMedusaRequest, res: MedusaResponse): Promise<void> {
  const affiliate_id = req.params.id as string
  await withdrawAgreementWorkflow(req.scope).run({ input: { affiliate_id, withdrawn_by: req.auth_context.actor_id } })
  res.json({ agreement: await affiliateModule(req.scope).agreements.retrieveOwn(affiliate_id) })
}
