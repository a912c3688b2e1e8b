import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"

import { updateBillingDetailsWorkflow } from "../../../../../workflows"
import type { BillingDetailsParams } from "../../../../utils/statements/statement-params"
import { affiliateModule } from "../../../../../workflows/utils/affiliate-module"

export async function GET(req: AuthenticatedMedusaRequest, res: MedusaResponse): Promise<void> {
  res.json({ billing_details: await affiliateModule(req.scope).affiliates.retrieveBillingDetails(req.params.id as string) })
}

/** What is left out stays as it is, null takes it away. Statements that were issued keep what they say. */
export async function POST(req: AuthenticatedMedusaRequest<BillingDetailsParams>, res: MedusaResponse): Promise<void> {
  const input = { affiliate_id: req.params.id as string, billing_details: req.validatedBody }
  const { result } = await updateBillingDetailsWorkflow(req.scope).run({ input })
  res.json({ billing_details: result })
}
