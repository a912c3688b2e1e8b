import type { AdminAffiliateGroupListResponse } from "../../../types"
import { fetchAffiliateGroups } from "../../hooks/api/affiliate-groups"
import type { EntitySource } from "../../hooks/use-entity-options"

/** Groups of affiliates by name. */
export const affiliateGroupSource: EntitySource<AdminAffiliateGroupListResponse> = {
  key: ["affiliate_groups", "source"],
  fetch: fetchAffiliateGroups,
  toOptions: ({ affiliate_groups }) => affiliate_groups.map(({ id, name }) => ({ value: id, label: name })),
}
