import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"

import { enrollAffiliatesWorkflow } from "../../../../workflows"
import { withConflictCode } from "../../../utils/with-conflict-code"
import { filtersOf, listResponse, pageOf } from "../../../utils/list-response"
import { listOwnAffiliates } from "../own-affiliates"
import type { StoreGetAffiliates, StoreJoinProgram } from "../validators"

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
