import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"

import { affiliateModule } from "../../../../../workflows/utils/affiliate-module"
import { withMedusaErrors } from "../../../../../workflows/utils/to-medusa-error"
import { filtersOf, listResponse, pageOf } from "../../../../utils/list-response"
import type { AdminGetNotes, AdminWriteNote } from "../../validators"

export async function GET(req: AuthenticatedMedusaRequest<unknown, AdminGetNotes>, res: MedusaResponse): Promise<void> {
  const { validatedQuery } = req
  const filters = { ...filtersOf(validatedQuery), affiliate_id: req.params.id as string }
  res.json(listResponse(req, "notes", await affiliateModule(req.scope).affiliates.listNotes(filters, pageOf(validatedQuery))))
}

/** Adds a note, which stays as it is. The answer is the newest page. */
export async function POST(req: AuthenticatedMedusaRequest<AdminWriteNote>, res: MedusaResponse): Promise<void> {
  const affiliate_id = req.params.id as string
  const { affiliates } = affiliateModule(req.scope)
  const note = { affiliate_id, text: req.validatedBody.text, created_by: req.auth_context.actor_id }
  const id = await withMedusaErrors(() => affiliates.writeNote(note))
  const { rows } = await affiliates.listNotes({ affiliate_id }, { limit: 20, offset: 0 })
  res.json({ note: rows.find((row) => row.id === id) })
}
