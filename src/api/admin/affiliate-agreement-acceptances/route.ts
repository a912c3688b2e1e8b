import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"

import { filtersOf, listAnswer, pageOf } from "../../utils/respond"
import type { AdminGetAgreementAcceptances } from "./validators"
import { affiliateModule } from "../../../workflows/utils/affiliate-module"

/** Who accepted which version of which agreement, newest first. */
export async function GET(req: AuthenticatedMedusaRequest<unknown, AdminGetAgreementAcceptances>, res: MedusaResponse): Promise<void> {
  const { validatedQuery } = req
  const page = await affiliateModule(req.scope).agreements.listAcceptances(filtersOf(validatedQuery), pageOf(validatedQuery))
  res.json(listAnswer(req, "agreement_acceptances", page))
}
