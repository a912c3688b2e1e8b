import { usePayouts } from "../../hooks/api/payouts"
import { useAffiliateNames } from "../../hooks/use-affiliate-names"
import { useListParams } from "../../hooks/use-list-params"
import { useProgramFilter } from "../../hooks/use-program-filter"
import { useStatusFilter } from "../../hooks/use-status-filter"
import { useText } from "../../lib/use-text"
import { ListSection } from "../common/list-section"
import { usePayoutColumns } from "./payout-columns"

const PAGE_SIZE = 20

export const PayoutTable = () => {
  const t = useText()
  const params = useListParams({ pageSize: PAGE_SIZE, filters: ["status", "program_id"], order: "-number" })
  const { data, isPending, error } = usePayouts(params)
  const names = useAffiliateNames((data?.payouts ?? []).map(({ affiliate_id }) => affiliate_id))
  const status = useStatusFilter("payout")
  const program = useProgramFilter()

  return (
    <ListSection
      rows={data?.payouts}
      count={data?.count}
      isPending={isPending}
      error={error}
      empty="payouts"
      heading={t("menu.payouts")}
      subHeading={t("payout.subtitle")}
      columns={usePayoutColumns(names)}
      filters={[program, status]}
      getRowId={({ id }) => id}
      pageSize={PAGE_SIZE}
      actions={[{ label: t("payout.create"), to: "create" }]}
    />
  )
}
