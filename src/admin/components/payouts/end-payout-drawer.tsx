import { Checkbox, Label, toast } from "@medusajs/ui"
import { useId, useState } from "react"
import type { AdminAffiliatePayout } from "../../../types"
import { type PayoutEnding, useEndPayout } from "../../hooks/api/payouts"
import { useProgramZone } from "../../hooks/use-program-zone"
import { formatDateTime, formatMoney } from "../../lib/format"
import { useText } from "../../lib/use-text"
import { ReasonDrawer } from "../common/reason-drawer"

interface EndPayoutDrawerProps {
  payout: AdminAffiliatePayout
  ending: PayoutEnding
  onClose: () => void
}

/** Settles a payout with a reference, or fails or cancels it with a reason, after saying what that does. */
export const EndPayoutDrawer = ({ payout, ending, onClose }: EndPayoutDrawerProps) => {
  const t = useText()
  const { mutateAsync } = useEndPayout(payout.id, ending)
  const { number, affiliate_code: code } = payout
  const money = formatMoney(payout.amount, payout.currency_code)
  const settles = ending === "settle"
  const mayBePaid = ending === "cancel" && payout.exported_at !== null
  const zone = useProgramZone(payout.program_id)
  const [isUnpaid, setUnpaid] = useState(false)
  const checkboxId = useId()

  const confirm = async (text: string) => {
    await mutateAsync(
      settles ? { ...(text ? { reference: text } : {}) } : { reason: text, ...(mayBePaid && { confirm_exported: isUnpaid }) }
    )
    toast.success(t(`payout.endings.${ending}.done`, { number }))
  }

  return (
    <ReasonDrawer
      title={t(`payout.endings.${ending}.title`, { number })}
      description={t(`payout.endings.${ending}.description`, { money, code })}
      confirmLabel={t(`payout.endings.${ending}.label`)}
      label={settles ? t("payout.referenceOptional") : undefined}
      optional={settles}
      ready={!mayBePaid || isUnpaid}
      onConfirm={confirm}
      onClose={onClose}
    >
      {mayBePaid && (
        <div className="flex items-start gap-x-2">
          <Checkbox id={checkboxId} checked={isUnpaid} onCheckedChange={(checked) => setUnpaid(checked === true)} />
          <Label htmlFor={checkboxId} size="small">
            {t("payout.notPaidFromFile", { at: formatDateTime(payout.exported_at ?? "", zone) })}
          </Label>
        </div>
      )}
    </ReasonDrawer>
  )
}
