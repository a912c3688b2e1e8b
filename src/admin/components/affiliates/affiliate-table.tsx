import type { AdminAffiliateListParams } from "../../../types"
import { useAffiliates } from "../../hooks/api/affiliates"
import { useListParams } from "../../hooks/use-list-params"
import { useProgramFilter } from "../../hooks/use-program-filter"
import { useStatusFilter } from "../../hooks/use-status-filter"
import { useText } from "../../lib/use-text"
import { ListSection } from "../common/list-section"
import { useAffiliateColumns } from "./affiliate-columns"

const PAGE_SIZE = 20

export const AffiliateTable = () => {
  const t = useText()
  const params = useListParams<AdminAffiliateListParams>({ pageSize: PAGE_SIZE, filters: ["status", "program_id"], order: "-created_at" })
  const { data, isPending, error } = useAffiliates(params)
  const status = useStatusFilter("affiliate")
  const program = useProgramFilter()

  return (
    <ListSection
      rows={data?.affiliates}
      count={data?.count}
      isPending={isPending}
      error={error}
      empty="affiliates"
      heading={t("menu.affiliates")}
      subHeading={t("affiliate.subtitle")}
      columns={useAffiliateColumns()}
      filters={[program, status]}
      getRowId={({ id }) => id}
      rowHref={({ id }) => `/affiliates/${id}`}
      pageSize={PAGE_SIZE}
      actions={[{ label: t("affiliate.add"), to: "create" }]}
    />
  )
}
