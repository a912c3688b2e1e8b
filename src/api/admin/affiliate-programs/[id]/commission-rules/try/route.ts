import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"

import { affiliateModule } from "../../../../../../workflows/utils/affiliate-module"
import type { AdminTryCommissionRules } from "../validators"

/** Only reads, although it takes a body. */
export async function POST(req: AuthenticatedMedusaRequest<AdminTryCommissionRules>, res: MedusaResponse): Promise<void> {
  const { order_amount, ...trial } = req.validatedBody
  const amount = order_amount === undefined ? {} : { order_amount: String(order_amount) }
  res.json(await affiliateModule(req.scope).rules.try(req.params.id as string, { ...trial, ...amount }))
}
