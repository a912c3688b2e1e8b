import type { AuthenticatedMedusaRequest, MedusaRequest, MedusaResponse } from "@medusajs/framework/http"

import { setCustomerReferrerWorkflow } from "../../../../../workflows"
import type { AdminSetCustomerReferrer } from "./validators"
import { affiliateModule } from "../../../../../workflows/utils/affiliate-module"
import { notFound } from "../../../../../modules/affiliate"

const ALL = { limit: 100, offset: 0 }

export async function GET(req: AuthenticatedMedusaRequest, res: MedusaResponse): Promise<void> {
  const [customer] = await affiliateModule(req.scope).store.listCustomers([req.params.id as string])
  if (!customer) throw notFound("Customer", req.params.id as string)
  res.json(await referrerResponse(req, customer.id))
}

/** "Referred by client": refers the customer to an affiliate by hand, or ends the customer's referrals with `affiliate_id: null`. */
export async function POST(req: AuthenticatedMedusaRequest<AdminSetCustomerReferrer>, res: MedusaResponse): Promise<void> {
  const customer_id = req.params.id as string
  await setCustomerReferrerWorkflow(req.scope).run({
    input: { ...req.validatedBody, customer_id, created_by: req.auth_context.actor_id },
  })
  res.json(await referrerResponse(req, customer_id))
}

/** The customer's active referrals, the newest of them, and the customer's own enrolments as an affiliate. */
async function referrerResponse(req: MedusaRequest, customerId: string) {
  const affiliate = affiliateModule(req.scope)
  const { rows: referrals } = await affiliate.referrals.list({ customer_id: [customerId], active: true }, { ...ALL, order: "-created_at" })
  const { rows: affiliates } = await affiliate.affiliates.list({ customer_id: [customerId] }, ALL)
  return { referral: referrals[0] ?? null, referrals, affiliates }
}
