import { PencilSquare, Trash } from "@medusajs/icons"
import { useState } from "react"
import type { AdminAffiliateReferral } from "../../../types"
import { useText } from "../../lib/use-text"
import { MoreMenu } from "../common/more-menu"
import { SectionHeader } from "../common/section-header"
import { RemoveReferrerDrawer } from "./remove-referrer-drawer"
import { SetReferrerDrawer } from "./set-referrer-drawer"

interface ReferrerHeaderProps {
  customerId: string
  title: string
  /** Undefined while they are loading, when nothing can be changed. */
  referrals?: AdminAffiliateReferral[]
}

export const ReferrerHeader = ({ customerId, title, referrals }: ReferrerHeaderProps) => {
  const t = useText()
  const [open, setOpen] = useState<"set" | "remove" | null>(null)
  const close = () => setOpen(null)
  const referred = referrals !== undefined && referrals.length > 0

  const set = {
    label: referred ? t("referral.change") : t("referral.set"),
    icon: <PencilSquare />,
    onClick: () => setOpen("set"),
  }
  const remove = { label: t("referral.remove"), icon: <Trash />, onClick: () => setOpen("remove") }

  return (
    <SectionHeader title={title}>
      {referrals && <MoreMenu groups={[{ actions: [set] }, { actions: referred ? [remove] : [] }]} />}
      {open === "set" && <SetReferrerDrawer customerId={customerId} onClose={close} />}
      {open === "remove" && <RemoveReferrerDrawer customerId={customerId} onClose={close} />}
    </SectionHeader>
  )
}
