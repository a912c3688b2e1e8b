import { Combobox } from "@medusajs/dashboard/components"
import { Label, Switch, toast } from "@medusajs/ui"
import { useId, useState } from "react"
import { useReassignOrder } from "../../hooks/api/order-attribution"
import { useEntityOptions } from "../../hooks/use-entity-options"
import { affiliateSource } from "../../lib/entity-sources/affiliates"
import { useText } from "../../lib/use-text"
import { ReasonDrawer } from "../common/reason-drawer"

interface GiveOrderDrawerProps {
  orderId: string
  customerId: string
  onClose: () => void
}

/** Gives the order to another affiliate by hand, or to nobody. */
export const GiveOrderDrawer = ({ orderId, customerId, onClose }: GiveOrderDrawerProps) => {
  const t = useText()
  const id = useId()
  const [affiliateId, setAffiliateId] = useState("")
  const [toNobody, setToNobody] = useState(false)
  const { mutateAsync } = useReassignOrder(orderId)
  const combobox = useEntityOptions(affiliateSource(customerId), affiliateId ? [affiliateId] : [])

  const confirm = async (reason: string) => {
    await mutateAsync({ affiliate_id: toNobody ? null : affiliateId, reason })
    toast.success(t("order.given"))
  }

  return (
    <ReasonDrawer
      title={t("order.giveTitle")}
      description={t("order.giveDescription")}
      confirmLabel={t("order.giveConfirm")}
      ready={toNobody || affiliateId !== ""}
      onConfirm={confirm}
      onClose={onClose}
    >
      {!toNobody && (
        <div className="flex flex-col gap-y-2">
          <Label htmlFor={id} size="small" weight="plus">
            {t("affiliate.one")}
          </Label>
          <Combobox {...combobox} id={id} value={affiliateId} onChange={(value) => setAffiliateId(value ?? "")} />
        </div>
      )}
      <div className="flex items-center justify-between gap-x-4">
        <Label htmlFor={`${id}-nobody`} size="small" weight="plus">
          {t("order.toNobody")}
        </Label>
        <Switch id={`${id}-nobody`} checked={toNobody} onCheckedChange={setToNobody} />
      </div>
    </ReasonDrawer>
  )
}
