import type { AuthenticatedMedusaRequest, MedusaRequest, MedusaResponse } from "@medusajs/framework/http"

import { enrollAffiliatesWorkflow } from "../../../../workflows"
import type { AffiliateFilters, AffiliateRow } from "../../../../modules/affiliate/affiliates/list-affiliates"
import { withConflictCode } from "../../../utils/with-conflict-code"
import type { StoreJoinProgram } from "../validators"
import { affiliateModule } from "../../../../workflows/utils/affiliate-module"

export async function GET(req: AuthenticatedMedusaRequest, res: MedusaResponse): Promise<void> {
  res.json({ affiliates: await ownAffiliates(req, { customer_id: [req.auth_context.actor_id] }) })
}

/** Joins a program, with the agreement where one is asked for; who has joined gets the same affiliate again. */
export async function POST(req: AuthenticatedMedusaRequest<StoreJoinProgram>, res: MedusaResponse): Promise<void> {
  const customerId = req.auth_context.actor_id
  const input = { ...req.validatedBody, customer_ids: [customerId], origin: "customer" as const, now: new Date() }
  const { result } = await withConflictCode(res, () => enrollAffiliatesWorkflow(req.scope).run({ input }))
  const [enrolled] = result
  const [affiliate] = await ownAffiliates(req, { id: enrolled ? [enrolled.affiliate_id] : [] })
  res.status(enrolled?.is_new ? 201 : 200).json({ affiliate })
}

async function ownAffiliates(req: MedusaRequest, filters: AffiliateFilters) {
  const module = affiliateModule(req.scope)
  const { rows } = await module.affiliates.list(filters, { limit: 100, offset: 0 })
  const balances = await module.ledger.listBalances(
    rows.map(({ id }) => id),
    new Date()
  )
  return rows.map((row) => ({ ...toOwn(row), balances: balances.get(row.id) ?? [] }))
}

/** What an affiliate sees of himself: not the merchant's notes in `metadata`. */
const toOwn = ({ id, number, code, status, status_reason, program, link, promo_code, created_at, ...row }: AffiliateRow) => ({
  id,
  number,
  code,
  status,
  status_reason,
  program,
  commission_percent: row.effective_commission_percent,
  link,
  promo_code,
  promo_codes: row.promo_codes.map((promoCode) => promoCode.code),
  created_at,
})
