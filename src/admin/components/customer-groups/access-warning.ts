import type { AdminAffiliateProgram } from "../../../types"
import type { GroupList } from "../../hooks/api/customer-group-access"
import type { TextKey } from "../../lib/use-text"

/**
 * The warning before a group is added to a list or removed from it. The first group on "may join" excludes every other customer, removing
 * the last one admits everybody, and affiliates in a forbidden group get no commission from the next close on.
 */
export function accessWarning(program: AdminAffiliateProgram, list: GroupList, listed: boolean): TextKey | null {
  if (list === "forbidden_customer_group_ids") return listed ? "group.forbidWarning" : null
  const count = program.eligible_customer_group_ids.length
  if (listed && count === 0) return "group.firstWarning"
  if (!listed && count === 1) return "group.lastWarning"
  return null
}
