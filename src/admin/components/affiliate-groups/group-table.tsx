import type { AdminAffiliateGroupListParams } from "../../../types"
import { useAffiliateGroups } from "../../hooks/api/affiliate-groups"
import { useListParams } from "../../hooks/use-list-params"
import { useText } from "../../lib/use-text"
import { AffiliateTabs } from "../affiliates/affiliate-tabs"
import { ListSection } from "../common/list-section"
import { useGroupColumns } from "./group-columns"

const PAGE_SIZE = 20

/** Groups of affiliates, which commission rules can name. */
export const GroupTable = () => {
  const t = useText()
  const { data, isPending, error } = useAffiliateGroups(
    useListParams<AdminAffiliateGroupListParams>({ pageSize: PAGE_SIZE, filters: [], order: "name" })
  )
  return (
    <>
      <AffiliateTabs value="groups" />
      <ListSection
        rows={data?.affiliate_groups}
        count={data?.count}
        isPending={isPending}
        error={error}
        empty="affiliateGroups"
        heading={t("affiliate.tabs.groups")}
        subHeading={t("affiliateGroup.subtitle")}
        columns={useGroupColumns()}
        getRowId={({ id }) => id}
        rowHref={({ id }) => `/affiliates/groups/${id}`}
        pageSize={PAGE_SIZE}
        actions={[{ label: t("affiliateGroup.create"), to: "create" }]}
      />
    </>
  )
}
