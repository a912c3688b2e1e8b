import type { AuthenticatedMedusaRequest, MedusaRequest, MedusaResponse } from "@medusajs/framework/http"

import { enrollAffiliatesWorkflow } from "../../../../workflows"
import type { AffiliateFilters, AffiliateRow } from "../../../../modules/affiliate/affiliates/list-affiliates"
import type { PageRequest } from "../../../../modules/affiliate/database/page"
import { withConflictCode } from "../../../utils/with-conflict-code"
import { filtersOf, listResponse, pageOf } from "../../../utils/list-response"
import type { StoreGetAffiliates, StoreJoinProgram } from "../validators"
import { affiliateModule } from "../../../../workflows/utils/affiliate-module"

/** The customer's enrolments, one for each program. */
export async function GET(req: AuthenticatedMedusaRequest<unknown, StoreGetAffiliates>, res: MedusaResponse): Promise<void> {
  const { validatedQuery } = req
  const filters = { ...filtersOf(validatedQuery), customer_id: [req.auth_context.actor_id] }
  res.json(listResponse(req, "affiliates", await listOwnAffiliates(req, filters, pageOf(validatedQuery))))
}

/** Joins a program and accepts its agreement where it has one; a customer who has joined before gets the same affiliate. */
export async function POST(req: AuthenticatedMedusaRequest<StoreJoinProgram>, res: MedusaResponse): Promise<void> {
  const customerId = req.auth_context.actor_id
  const input = { ...req.validatedBody, customer_ids: [customerId], origin: "customer" as const }
  const { result } = await withConflictCode(res, () => enrollAffiliatesWorkflow(req.scope).run({ input }))
  const [enrolled] = result
  const { rows } = await listOwnAffiliates(req, { id: enrolled ? [enrolled.affiliate_id] : [] }, { limit: 1, offset: 0 })
  res.status(enrolled?.is_new ? 201 : 200).json({ affiliate: rows[0] })
}

async function listOwnAffiliates(req: MedusaRequest, filters: AffiliateFilters, page: PageRequest) {
  const module = affiliateModule(req.scope)
  const { rows, count } = await module.affiliates.list(filters, page)
  const balances = await module.ledger.listBalances(rows.map(({ id }) => id))
  return { rows: rows.map((row) => ({ ...toOwn(row), balances: balances.get(row.id) ?? [] })), count }
}

/** What affiliates see of themselves: not the merchant's notes in `metadata`. */
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
