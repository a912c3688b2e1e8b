import { z } from "@medusajs/framework/zod"

import { oneOrMany, searchText, times } from "../../utils/filters"
import { listParams } from "../../utils/list-params"

export const AdminGetAffiliateGroups = listParams(["name", "created_at", "updated_at"]).extend({
  id: oneOrMany(),
  affiliate_id: oneOrMany(),
  created_at: times(),
  updated_at: times(),
  q: searchText(),
})
export type AdminGetAffiliateGroups = z.infer<typeof AdminGetAffiliateGroups>

/** To create a group or to rename it. */
export const AdminNameAffiliateGroup = z.object({ name: z.string().max(1000) })
export type AdminNameAffiliateGroup = z.infer<typeof AdminNameAffiliateGroup>

const ids = () => z.array(z.string().min(1)).max(1000).default([])

export const AdminChangeGroupMembers = z.object({ add: ids(), remove: ids() })
export type AdminChangeGroupMembers = z.infer<typeof AdminChangeGroupMembers>
