import { ArrowPath, CheckCircle, ExclamationCircle, Eye, XCircle } from "@medusajs/icons"
import { useState } from "react"
import type { AdminAffiliatePayout } from "../../../types"
import type { PayoutEnding } from "../../hooks/api/payouts"
import { useCheckPayoutAction } from "../../hooks/use-check-payout-action"
import { useText } from "../../lib/use-text"
import { MoreMenu } from "../common/more-menu"
import { EndPayoutDrawer } from "./end-payout-drawer"
import { PayoutDrawer } from "./payout-drawer"

const ENDINGS = [
  { ending: "settle", icon: <CheckCircle /> },
  { ending: "fail", icon: <ExclamationCircle /> },
  { ending: "cancel", icon: <XCircle /> },
] as const

/** The actions for a payout. One that has ended can only be looked at. */
export const PayoutRowMenu = ({ payout }: { payout: AdminAffiliatePayout }) => {
  const t = useText()
  const [open, setOpen] = useState<PayoutEnding | "details" | null>(null)
  const { isAutomatic, check } = useCheckPayoutAction(payout)
  const close = () => setOpen(null)

  // A provider that was asked to pay may have paid already, so such a payout cannot be canceled.
  const endings = ENDINGS.filter(({ ending }) => payout.status === "processing" && (ending !== "cancel" || !payout.sent_at))
  const groups = [
    [{ label: t("payout.details"), icon: <Eye />, onClick: () => setOpen("details") }],
    payout.status === "processing" && isAutomatic ? [{ label: t("payout.check"), icon: <ArrowPath />, onClick: check }] : [],
    endings.map(({ ending, icon }) => ({ label: t(`payout.endings.${ending}.label`), icon, onClick: () => setOpen(ending) })),
  ]
  return (
    <div className="flex justify-end">
      <MoreMenu groups={groups.filter(({ length }) => length > 0).map((actions) => ({ actions }))} />
      {open === "details" && <PayoutDrawer id={payout.id} onClose={close} />}
      {open && open !== "details" && <EndPayoutDrawer payout={payout} ending={open} onClose={close} />}
    </div>
  )
}
