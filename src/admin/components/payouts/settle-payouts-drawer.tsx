import { toast } from "@medusajs/ui"
import { useSettlePayouts } from "../../hooks/api/payouts"
import { useText } from "../../lib/use-text"
import { Money } from "../common/money"
import { ReasonDrawer } from "../common/reason-drawer"

interface SettlePayoutsDrawerProps {
  ids: string[]
  totals: { currency_code: string; count: number; amount: string }[]
  onSettled?: () => void
  onClose: () => void
}

/** Settles many payouts at once with one reference, after showing their totals. */
export const SettlePayoutsDrawer = ({ ids, totals, onSettled, onClose }: SettlePayoutsDrawerProps) => {
  const t = useText()
  const { mutateAsync } = useSettlePayouts()
  const confirm = async (reference: string) => {
    await mutateAsync({ ids, ...(reference ? { reference } : {}) })
    toast.success(t("payout.markedPaid", { count: ids.length }))
    onSettled?.()
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
        {totals.map(({ currency_code, count, amount }) => (
          <div key={currency_code} className="flex items-baseline justify-between gap-x-4 py-2">
            <dt className="txt-compact-small">{t("payout.count", { count })}</dt>
            <dd className="txt-compact-small-plus">
              <Money amount={amount} currencyCode={currency_code} />
            </dd>
          </div>
        ))}
      </dl>
    </ReasonDrawer>
  )
}
