import type { AdminAffiliateProgram } from "../../../types"
import type { GroupList } from "../../hooks/api/customer-group-access"
import type { TextKey } from "../../lib/use-text"

/**
 * What a merchant must know before a group is put on a list or taken off: the first group on "may join" shuts everybody else out, the last
 * one off it lets everybody in, and a forbidden group's affiliates are not rewarded at the next close.
 */
export function accessWarning(program: AdminAffiliateProgram, list: GroupList, listed: boolean): TextKey | null {
  if (list === "forbidden_customer_group_ids") return listed ? "group.forbidWarning" : null
  const count = program.eligible_customer_group_ids.length
  if (listed && count === 0) return "group.firstWarning"
  if (!listed && count === 1) return "group.lastWarning"
  return null
}
