import { ActionMenu } from "@medusajs/dashboard/components"
import { CheckCircle, ExclamationCircle, XCircle } from "@medusajs/icons"
import { useState } from "react"
import type { PayoutEnding } from "../../hooks/api/payouts"
import { useText } from "../../lib/use-text"
import type { Payout } from "../../types/payout"
import { EndPayoutDrawer } from "./end-payout-drawer"

const ENDINGS = [
  { ending: "settle", icon: <CheckCircle /> },
  { ending: "fail", icon: <ExclamationCircle /> },
  { ending: "cancel", icon: <XCircle /> },
] as const

/** What can be done with a payout that is on its way. One that has ended stays as it is. */
export const PayoutRowMenu = ({ payout }: { payout: Payout }) => {
  const t = useText()
  const [ending, setEnding] = useState<PayoutEnding | null>(null)
  if (payout.status !== "processing") return null

  const actions = ENDINGS.map((action) => ({
    label: t(`payout.endings.${action.ending}.label`),
    icon: action.icon,
    onClick: () => setEnding(action.ending),
  }))
  return (
    <div className="flex justify-end">
      <ActionMenu groups={[{ actions }]} />
      {ending && <EndPayoutDrawer payout={payout} ending={ending} onClose={() => setEnding(null)} />}
    </div>
  )
}
