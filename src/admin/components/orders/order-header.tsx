import { PencilSquare } from "@medusajs/icons"
import { useState } from "react"
import type { AdminOrderAffiliateResponse } from "../../../types"
import { useText } from "../../lib/use-text"
import { MoreMenu } from "../common/more-menu"
import { SectionHeader } from "../common/section-header"
import { Status } from "../common/status"
import { GiveOrderDrawer } from "./give-order-drawer"

interface OrderHeaderProps {
  orderId: string
  customerId: string
  /** Undefined while it is loading, when nothing can be changed. */
  attribution?: AdminOrderAffiliateResponse
}

export const OrderHeader = ({ orderId, customerId, attribution }: OrderHeaderProps) => {
  const t = useText()
  const [isOpen, setOpen] = useState(false)
  const give = { label: t("order.give"), icon: <PencilSquare />, onClick: () => setOpen(true) }
  return (
    <SectionHeader title={t("order.title")}>
      {attribution && <Status kind="outcome" status={attribution.outcome} />}
      {attribution && attribution.reason !== "draft_order" && <MoreMenu groups={[{ actions: [give] }]} />}
      {isOpen && <GiveOrderDrawer orderId={orderId} customerId={customerId} onClose={() => setOpen(false)} />}
    </SectionHeader>
  )
}
