import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"

import { deleteCommissionRuleWorkflow, updateCommissionRuleWorkflow } from "../../../../../../workflows"
import { ruleResponse } from "../rule-response"
import type { AdminUpdateCommissionRule } from "../validators"

export async function GET(req: AuthenticatedMedusaRequest, res: MedusaResponse): Promise<void> {
  res.json(await ruleResponse(req, req.params.rule_id as string))
}

export async function POST(req: AuthenticatedMedusaRequest<AdminUpdateCommissionRule>, res: MedusaResponse): Promise<void> {
  const { id: program_id, rule_id: id } = req.params as { id: string; rule_id: string }
  await updateCommissionRuleWorkflow(req.scope).run({ input: { program_id, id, update: req.validatedBody } })
  res.json(await ruleResponse(req, id))
}

export async function DELETE(req: AuthenticatedMedusaRequest, res: MedusaResponse): Promise<void> {
  const { id: program_id, rule_id: id } = req.params as { id: string; rule_id: string }
  await deleteCommissionRuleWorkflow(req.scope).run({ input: { program_id, id } })
  res.json({ id, object: "affiliate_commission_rule", deleted: true })
}
