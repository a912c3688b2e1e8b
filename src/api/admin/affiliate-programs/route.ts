import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"

import { createProgramsWorkflow } from "../../../workflows"
import { filtersOf, listResponse, pageOf } from "../../utils/list-response"
import { programResponse } from "./program-response"
import type { AdminCreateProgram, AdminGetPrograms } from "./validators"
import { affiliateModule } from "../../../workflows/utils/affiliate-module"

export async function GET(req: AuthenticatedMedusaRequest<unknown, AdminGetPrograms>, res: MedusaResponse): Promise<void> {
  const { validatedQuery } = req
  const page = await affiliateModule(req.scope).programs.list(filtersOf(validatedQuery), pageOf(validatedQuery))
  res.json(listResponse(req, "affiliate_programs", page))
}

export async function POST(req: AuthenticatedMedusaRequest<AdminCreateProgram>, res: MedusaResponse): Promise<void> {
  const { result } = await createProgramsWorkflow(req.scope).run({ input: { programs: [req.validatedBody] } })
  res.json(await programResponse(req, result[0]?.id ?? ""))
}
