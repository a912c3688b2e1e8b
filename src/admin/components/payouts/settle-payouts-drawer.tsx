import { toast } from "@medusajs/ui"
import { byCurrency, exactSum, withDigits } from "../../../domain/money/sums"
import type { AdminAffiliatePayout } from "../../../types"
import { useSettlePayouts } from "../../hooks/api/payouts"
import { useText } from "../../lib/use-text"
import { Money } from "../common/money"
import { ReasonDrawer } from "../common/reason-drawer"

interface SettlePayoutsDrawerProps {
  payouts: AdminAffiliatePayout[]
  onSettled: () => void
  onClose: () => void
}

/** Settles many payouts at once with one reference, after showing their totals. */
export const SettlePayoutsDrawer = ({ payouts, onSettled, onClose }: SettlePayoutsDrawerProps) => {
  const t = useText()
  const { mutateAsync } = useSettlePayouts()
  const confirm = async (reference: string) => {
    await mutateAsync({ ids: payouts.map(({ id }) => id), ...(reference ? { reference } : {}) })
    toast.success(t("payout.markedPaid", { count: payouts.length }))
    onSettled()
  }

  return (
    <ReasonDrawer
      title={t("payout.markPaid")}
      description={t("payout.markPaidDescription")}
      confirmLabel={t("payout.markPaid")}
      label={t("payout.referenceOptional")}
      optional
      onConfirm={confirm}
      onClose={onClose}
    >
      <dl className="divide-ui-border-base border-ui-border-base divide-y border-y">
        {byCurrency(payouts).map(([currency, own]) => (
          <div key={currency} className="flex items-baseline justify-between gap-x-4 py-2">
            <dt className="txt-compact-small">{t("payout.count", { count: own.length })}</dt>
            <dd className="txt-compact-small-plus">
              <Money amount={withDigits(exactSum(own.map(({ amount }) => amount)), currency)} currencyCode={currency} />
            </dd>
          </div>
        ))}
      </dl>
    </ReasonDrawer>
  )
}
