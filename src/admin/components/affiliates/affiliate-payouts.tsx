import { usePayouts } from "../../hooks/api/payouts"
import { useListParams } from "../../hooks/use-list-params"
import { useText } from "../../lib/use-text"
import { ListSection } from "../common/list-section"
import { usePayoutColumns } from "../payouts/payout-columns"

const PAGE_SIZE = 10

interface AffiliatePayoutsProps {
  affiliateId: string
  timeZone?: string
}

export const AffiliatePayouts = ({ affiliateId, timeZone }: AffiliatePayoutsProps) => {
  const t = useText()
  const { limit, offset, order } = useListParams({ pageSize: PAGE_SIZE, prefix: "pay", order: "-number" })
  const { data, isPending, error } = usePayouts({ affiliate_id: affiliateId, limit, offset, order })

  return (
    <ListSection
      rows={data?.affiliate_payouts}
      count={data?.count}
      isPending={isPending}
      error={error}
      empty="payouts"
      heading={t("menu.payouts")}
      headingLevel="h2"
      columns={usePayoutColumns({ timeZone })}
      getRowId={({ id }) => id}
      pageSize={PAGE_SIZE}
      prefix="pay"
      enableSearch={false}
    />
  )
}
