import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"

import { reassignOrderWorkflow } from "../../../../../workflows"
import type { AdminReassignOrder } from "./validators"
import { affiliateModule } from "../../../../../workflows/utils/affiliate-module"
import { notFound } from "../../../../../modules/affiliate"

/** Explains any order: which codes, referrals and clicks touched it, which rule decided, which rate, what it earns and what became of that. */
export async function GET(req: AuthenticatedMedusaRequest, res: MedusaResponse): Promise<void> {
  const orderId = req.params.id as string
  const explanation = await affiliateModule(req.scope).orders.explain(orderId)
  if (!explanation) throw notFound("Order", orderId)
  res.json(explanation)
}

/** Gives the order to another affiliate by hand, or to nobody with `affiliate_id: null`. */
export async function POST(req: AuthenticatedMedusaRequest<AdminReassignOrder>, res: MedusaResponse): Promise<void> {
  const { result } = await reassignOrderWorkflow(req.scope).run({
    input: { ...req.validatedBody, order_id: req.params.id as string, created_by: req.auth_context.actor_id },
  })
  res.json(result)
}
