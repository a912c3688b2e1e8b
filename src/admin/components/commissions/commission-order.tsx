import { Text } from "@medusajs/ui"
import type { AdminAffiliateCommission } from "../../../types"
import { useText } from "../../lib/use-text"
import { PageLink } from "../common/page-link"

/** The order that a commission comes from, and what changed it where the row is a later change. */
export const CommissionOrder = ({ commission: { order_id, order_display_id, kind } }: { commission: AdminAffiliateCommission }) => {
  const t = useText()
  return (
    <span className="flex flex-col py-1">
      <PageLink to={`/orders/${order_id}`}>#{order_display_id ?? order_id}</PageLink>
      {kind !== "order" && (
        <Text as="span" size="xsmall" className="text-ui-fg-subtle whitespace-normal">
          {t(`commission.kinds.${kind}`)}
        </Text>
      )}
    </span>
  )
}
