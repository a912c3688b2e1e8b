import { Text } from "@medusajs/ui"
import type { AdminOrderAffiliateCommission } from "../../../types"
import { useText } from "../../lib/use-text"
import { OrderCommission } from "./order-commission"

interface OrderCommissionsProps {
  commissions: AdminOrderAffiliateCommission[]
  timeZone: string
}

/** What the order earned, and every change of it since: the rows add up to what it earns now. */
export const OrderCommissions = ({ commissions, timeZone }: OrderCommissionsProps) => {
  const t = useText()
  const isShared = new Set(commissions.map(({ affiliate_id }) => affiliate_id)).size > 1
  return (
    <div className="flex flex-col gap-y-3 px-6 py-4">
      <Text size="small" weight="plus">
        {t("commission.many")}
      </Text>
      {commissions.map((commission) => (
        <OrderCommission key={commission.id} commission={commission} named={isShared} timeZone={timeZone} />
      ))}
    </div>
  )
}
