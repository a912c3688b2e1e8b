import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"

import { adjustBalanceWorkflow } from "../../../../../workflows"
import type { AdminAdjustBalance } from "../../validators"
import { affiliateModule } from "../../../../../workflows/utils/affiliate-module"

export async function POST(req: AuthenticatedMedusaRequest<AdminAdjustBalance>, res: MedusaResponse): Promise<void> {
  const affiliate_id = req.params.id as string
  const { result } = await adjustBalanceWorkflow(req.scope).run({
    input: { ...req.validatedBody, affiliate_id, created_by: req.auth_context.actor_id },
  })
  const balances = await affiliateModule(req.scope).ledger.listBalances([affiliate_id])
  res.json({ adjustment: result, balances: balances.get(affiliate_id) ?? [] })
}
