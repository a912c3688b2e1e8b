import { useReferrals } from "../../hooks/api/referrals"
import { useListParams } from "../../hooks/use-list-params"
import { useText } from "../../lib/use-text"
import { ListSection } from "../common/list-section"
import { useReferralColumns } from "./referral-columns"

const PAGE_SIZE = 10

interface AffiliateReferralsProps {
  affiliateId: string
  timeZone?: string
}

/** The affiliate's referrals, current and ended. */
export const AffiliateReferrals = ({ affiliateId, timeZone }: AffiliateReferralsProps) => {
  const t = useText()
  const { limit, offset } = useListParams({ pageSize: PAGE_SIZE, prefix: "ref" })
  const { data, isPending, error } = useReferrals({ affiliate_id: affiliateId, limit, offset })

  return (
    <ListSection
      rows={data?.affiliate_referrals}
      count={data?.count}
      isCountExact={data?.is_count_exact}
      isPending={isPending}
      error={error}
      empty="referrals"
      heading={t("referral.many")}
      headingLevel="h2"
      columns={useReferralColumns({ timeZone })}
      getRowId={({ id }) => id}
      pageSize={PAGE_SIZE}
      prefix="ref"
      enableSearch={false}
    />
  )
}
