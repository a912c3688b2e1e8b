import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"

import { affiliateModule } from "../../../workflows/utils/affiliate-module"

/** The programs the customer may join, or has joined, with their terms. */
export async function GET(req: AuthenticatedMedusaRequest, res: MedusaResponse): Promise<void> {
  const programs = await affiliateModule(req.scope).affiliates.listProgramsFor(req.auth_context.actor_id, new Date())
  res.json({ affiliate_programs: programs, count: programs.length, offset: 0, limit: programs.length })
}
