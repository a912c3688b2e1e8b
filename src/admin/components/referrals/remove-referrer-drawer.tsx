import { toast } from "@medusajs/ui"
import { useSetCustomerReferrer } from "../../hooks/api/customer-referrer"
import { useText } from "../../lib/use-text"
import { ReasonDrawer } from "../common/reason-drawer"

interface RemoveReferrerDrawerProps {
  customerId: string
  onClose: () => void
}

/** Ends the customer's referrals. Their history is kept. */
export const RemoveReferrerDrawer = ({ customerId, onClose }: RemoveReferrerDrawerProps) => {
  const t = useText()
  const { mutateAsync } = useSetCustomerReferrer(customerId)

  const confirm = async (reason: string) => {
    await mutateAsync({ affiliate_id: null, reason })
    toast.success(t("referral.removed"))
  }

  return (
    <ReasonDrawer
      title={t("referral.remove")}
      description={t("referral.removeDescription")}
      confirmLabel={t("referral.remove")}
      onConfirm={confirm}
      onClose={onClose}
    />
  )
}
