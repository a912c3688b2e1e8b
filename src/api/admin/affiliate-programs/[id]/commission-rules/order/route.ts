import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"

import { orderCommissionRulesWorkflow } from "../../../../../../workflows"
import { affiliateModule } from "../../../../../../workflows/utils/affiliate-module"
import type { AdminOrderCommissionRules } from "../validators"

/** The answer is all rules in their new order. */
export async function POST(req: AuthenticatedMedusaRequest<AdminOrderCommissionRules>, res: MedusaResponse): Promise<void> {
  const program_id = req.params.id as string
  await orderCommissionRulesWorkflow(req.scope).run({ input: { program_id, ids: req.validatedBody.ids } })
  const { rules, warnings } = await affiliateModule(req.scope).rules.list(program_id)
  res.json({ commission_rules: rules, warnings })
}
