import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"

import { updateProgramWorkflow } from "../../../../workflows"
import { programResponse } from "../program-response"
import type { AdminUpdateProgram } from "../validators"

export async function GET(req: AuthenticatedMedusaRequest, res: MedusaResponse): Promise<void> {
  res.json(await programResponse(req, req.params.id as string))
}

export async function POST(req: AuthenticatedMedusaRequest<AdminUpdateProgram>, res: MedusaResponse): Promise<void> {
  const id = req.params.id as string
  await updateProgramWorkflow(req.scope).run({ input: { id, update: req.validatedBody } })
  res.json(await programResponse(req, id))
}
