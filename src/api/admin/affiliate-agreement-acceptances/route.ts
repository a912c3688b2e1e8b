import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"

import { filtersOf, listResponse, pageOf } from "../../utils/list-response"
import type { AdminGetAgreementAcceptances } from "./validators"
import { affiliateModule } from "../../../workflows/utils/affiliate-module"

/** Who accepted which version of which agreement, newest first. */
export async function GET(req: AuthenticatedMedusaRequest<unknown, AdminGetAgreementAcceptances>, res: MedusaResponse): Promise<void> {
  const { validatedQuery } = req
  const page = await affiliateModule(req.scope).agreements.listAcceptances(filtersOf(validatedQuery), pageOf(validatedQuery))
  res.json(listResponse(req, "affiliate_agreement_acceptances", page))
}
