import { useAffiliateGroup } from "../../hooks/api/affiliate-groups"

export const GroupBreadcrumb = ({ id = "" }: { id?: string }) => <span>{useAffiliateGroup(id).data?.affiliate_group.name ?? "…"}</span>
