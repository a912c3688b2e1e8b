import { useAffiliate } from "../../hooks/api/affiliates"
import { usePayouts } from "../../hooks/api/payouts"
import { useListParams } from "../../hooks/use-list-params"
import { useShownPayout } from "../../hooks/use-shown-payout"
import { useText } from "../../lib/use-text"
import { ListSection } from "../common/list-section"
import { PayoutDrawer } from "../payouts/payout-drawer"
import { usePayoutColumns } from "../payouts/payout-columns"

const PAGE_SIZE = 10

/** What an affiliate was paid. The balance can be paid out from here, also that of an affiliate who is not active. */
export const AffiliatePayouts = ({ affiliateId }: { affiliateId: string }) => {
  const t = useText()
  const { limit, offset, order } = useListParams({ pageSize: PAGE_SIZE, prefix: "pay", order: "-number" })
  const { data, isPending, error } = usePayouts({ affiliate_id: affiliateId, limit, offset, order })

  const program = useAffiliate(affiliateId).data?.affiliate.program
  const shown = useShownPayout()

  return (
    <>
      <ListSection
        rows={data?.affiliate_payouts}
        count={data?.count}
        isPending={isPending}
        error={error}
        empty="payouts"
        heading={t("menu.payouts")}
        headingLevel="h2"
        actions={
          program && [{ label: t("payout.payOut"), to: `/affiliates/payouts/create?program_id=${program.id}&affiliate_id=${affiliateId}` }]
        }
        columns={usePayoutColumns({})}
        getRowId={({ id }) => id}
        pageSize={PAGE_SIZE}
        prefix="pay"
        enableSearch={false}
        rowHref={shown.hrefOf}
      />
      {shown.id && <PayoutDrawer id={shown.id} onClose={shown.close} />}
    </>
  )
}
