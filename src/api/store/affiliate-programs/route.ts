import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { z } from "@medusajs/framework/zod"

import type { PageParams } from "../../utils/list-params"
import { listResponse, sliceOf } from "../../utils/list-response"
import { affiliateModule } from "../../../workflows/utils/affiliate-module"

/** The programs the customer may join, or has joined, with their terms. */
export async function GET(req: AuthenticatedMedusaRequest<unknown, z.infer<typeof PageParams>>, res: MedusaResponse): Promise<void> {
  const affiliate = affiliateModule(req.scope)
  const programs = await affiliate.affiliates.listProgramsFor(req.auth_context.actor_id, await affiliate.now())
  res.json(listResponse(req, "affiliate_programs", sliceOf(programs, req.validatedQuery)))
}
