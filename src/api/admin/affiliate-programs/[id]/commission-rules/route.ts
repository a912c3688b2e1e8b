import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"

import { createCommissionRuleWorkflow } from "../../../../../workflows"
import { affiliateModule } from "../../../../../workflows/utils/affiliate-module"
import { listResponse, sliceOf } from "../../../../utils/list-response"
import { ruleResponse } from "./rule-response"
import type { AdminCreateCommissionRule, AdminGetCommissionRules } from "./validators"

export async function GET(req: AuthenticatedMedusaRequest<unknown, AdminGetCommissionRules>, res: MedusaResponse): Promise<void> {
  const { rules, warnings } = await affiliateModule(req.scope).rules.list(req.params.id as string)
  res.json({ ...listResponse(req, "commission_rules", sliceOf(rules, req.validatedQuery)), warnings })
}

export async function POST(req: AuthenticatedMedusaRequest<AdminCreateCommissionRule>, res: MedusaResponse): Promise<void> {
  const program_id = req.params.id as string
  const { result } = await createCommissionRuleWorkflow(req.scope).run({ input: { program_id, rule: req.validatedBody } })
  res.json(await ruleResponse(req, result.id))
}
