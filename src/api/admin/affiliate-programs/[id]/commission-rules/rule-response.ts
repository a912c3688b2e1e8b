import type { MedusaRequest } from "@medusajs/framework/http"
import { MedusaError } from "@medusajs/framework/utils"

import { affiliateModule } from "../../../../../workflows/utils/affiliate-module"
import type { RuleRow } from "../../../../../modules/affiliate/rules/list-rules"
import type { RuleWarning } from "../../../../../domain/rules/rule-warnings"

/** One rule of the program in the path, with what is to be said about it. @throws NOT_FOUND */
export async function ruleResponse(req: MedusaRequest, id: string): Promise<{ commission_rule: RuleRow; warnings: RuleWarning[] }> {
  const { rules, warnings } = await affiliateModule(req.scope).rules.list(req.params.id as string)
  const rule = rules.find((found) => found.id === id)
  if (!rule) throw new MedusaError(MedusaError.Types.NOT_FOUND, `Commission rule with id: ${id} was not found`)
  return { commission_rule: rule, warnings: warnings.filter(({ rule_id }) => rule_id === id) }
}
