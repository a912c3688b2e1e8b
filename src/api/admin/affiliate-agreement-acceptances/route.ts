import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"

import { affiliateModule } from "../../utils/affiliate-module"
import { filtersOf, listAnswer, pageOf } from "../../utils/respond"
import type { AdminGetAgreementAcceptances } from "./validators"

/** Who accepted which version of which agreement, newest first. */
export async function GET(req: AuthenticatedMedusaRequest<unknown, AdminGetAgreementAcceptances>, res: MedusaResponse): Promise<void> {
  const { validatedQuery } = req
  const page = await affiliateModule(req).readAgreementAcceptances(filtersOf(validatedQuery), pageOf(validatedQuery))
  res.json(listAnswer(req, "agreement_acceptances", page))
}
