import { toast } from "@medusajs/ui"
import type { AdminAffiliate } from "../../../types"
import { useUpdateAffiliate } from "../../hooks/api/affiliates"
import { customerName } from "../../lib/customer-name"
import { needsReason, STATUS_AFTER, type StatusChange } from "../../lib/status-changes"
import { useText } from "../../lib/use-text"
import { ReasonDrawer } from "../common/reason-drawer"

interface StatusChangeDrawerProps {
  affiliate: AdminAffiliate
  change: StatusChange
  onClose: () => void
}

/** Approves, rejects, suspends or reactivates an affiliate, after saying what that does. */
export const StatusChangeDrawer = ({ affiliate, change, onClose }: StatusChangeDrawerProps) => {
  const t = useText()
  const { mutateAsync } = useUpdateAffiliate(affiliate.id)
  const name = affiliate.customer ? customerName(affiliate.customer) : affiliate.code

  const confirm = async (reason: string) => {
    await mutateAsync({ status: STATUS_AFTER[change], ...(reason ? { reason } : {}) })
    toast.success(t(`affiliate.changes.${change}.done`, { name }))
  }

  return (
    <ReasonDrawer
      title={t(`affiliate.changes.${change}.title`, { name })}
      description={t(`affiliate.changes.${change}.description`)}
      confirmLabel={t(`affiliate.changes.${change}.label`)}
      optional={!needsReason(change)}
      onConfirm={confirm}
      onClose={onClose}
    />
  )
}
