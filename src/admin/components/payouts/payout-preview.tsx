import { InlineTip, Text } from "@medusajs/ui"
import type { AdminPreviewAffiliatePayoutsResponse, AdminPreviewedAffiliatePayout } from "../../../types"
import { useAffiliateNames } from "../../hooks/use-affiliate-names"
import { formatMoney } from "../../lib/format"
import { payoutSummary } from "../../lib/payout-summary"
import { useMethodName } from "../../lib/use-method-name"
import { useText } from "../../lib/use-text"
import { PayoutPreviewList } from "./payout-preview-list"

/** More than anybody reads before confirming. The sentences above the lists count all of them. */
const SHOWN = 50

interface PayoutPreviewProps {
  programId: string
  preview: AdminPreviewAffiliatePayoutsResponse
}

/** Shows what creating the payouts will do: totals by currency, then who is paid how, and who is not paid and why. */
export const PayoutPreview = ({ programId, preview: { affiliate_payouts: payouts, skipped, totals } }: PayoutPreviewProps) => {
  const t = useText()
  const methodName = useMethodName()
  const shown = { payouts: payouts.slice(0, SHOWN), skipped: skipped.slice(0, SHOWN) }
  const names = useAffiliateNames([...shown.payouts, ...shown.skipped].map(({ affiliate_id }) => affiliate_id))

  const remaining = ({ remaining, remaining_reason: reason, currency_code }: AdminPreviewedAffiliatePayout) =>
    reason && currency_code && t(`payout.remaining.${reason}`, { money: formatMoney(remaining, currency_code) })

  return (
    <>
      <InlineTip label={t("common.preview")}>
        {totals.length === 0 && t("payout.nobody")}
        {totals.map((total) => (
          <Text key={total.currency_code} as="span" size="small" className="block tabular-nums">
            {payoutSummary(total, t)}
          </Text>
        ))}
      </InlineTip>
      <PayoutPreviewList
        title={t("payout.paidNow")}
        names={names}
        more={payouts.length - shown.payouts.length}
        lines={shown.payouts.map((payout) => ({
          ...payout,
          text: [methodName(payout.method), payout.masked_details, remaining(payout)].filter(Boolean).join(" · "),
        }))}
      />
      <PayoutPreviewList
        title={t("payout.without")}
        names={names}
        more={skipped.length - shown.skipped.length}
        lines={shown.skipped.map((payout) => ({
          ...payout,
          amount: payout.available,
          text: t(`payout.refusals.${payout.reason}`, { method: methodName(payout.method) }),
          ...(payout.reason === "no_payout_details" && {
            detailsHref: `/affiliates/payouts/details?program_id=${programId}&details_of=${payout.affiliate_id}`,
          }),
        }))}
      />
    </>
  )
}
