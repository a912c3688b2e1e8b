import { z } from "@medusajs/framework/zod"

import { decimal } from "../../utils/decimal"
import { oneOrMany, oneOrManyOf, searchText, times } from "../../utils/filters"
import { listParams } from "../../utils/list-params"

export const AdminGetInvitations = listParams(["created_at", "expires_at", "email"]).extend({
  id: oneOrMany(),
  program_id: oneOrMany(),
  status: oneOrManyOf(["open", "expired", "accepted", "withdrawn"]),
  created_at: times(),
  expires_at: times(),
  q: searchText(),
})
export type AdminGetInvitations = z.infer<typeof AdminGetInvitations>

/** Shapes only: what is wrong in a line is said of that line alone. */
const line = z.object({
  email: z.string().max(1000),
  commission_percent: decimal().nullish(),
  note: z.string().max(2000).nullish(),
})

export const AdminInviteAffiliates = z.object({ program_id: z.string().min(1), invitations: z.array(line).min(1).max(500) })
export type AdminInviteAffiliates = z.infer<typeof AdminInviteAffiliates>
