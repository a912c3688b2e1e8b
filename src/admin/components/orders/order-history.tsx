import { Text } from "@medusajs/ui"
import type { AdminOrderAffiliateDecision } from "../../../types"
import { useReasonText } from "../../lib/use-reason-text"
import { useText } from "../../lib/use-text"
import { AffiliateLink } from "../affiliates/affiliate-link"
import { Moment } from "../common/moment"

interface OrderHistoryProps {
  decisions: AdminOrderAffiliateDecision[]
  timeZone: string
}

/** The affiliates who have had the order, newest first, with who changed it and why. */
export const OrderHistory = ({ decisions, timeZone }: OrderHistoryProps) => {
  const t = useText()
  const reason = useReasonText()
  return (
    <div className="flex flex-col gap-y-3 px-6 py-4">
      <Text size="small" weight="plus">
        {t("order.history")}
      </Text>
      {[...decisions].reverse().map(({ id, affiliate, decided_at, created_by, created_by_name, note, reason: why }) => (
        <div key={id} className="min-w-0">
          <Text size="small" className="break-words">
            {affiliate ? <AffiliateLink {...affiliate} name={affiliate.name ?? undefined} /> : t("order.nobody")}
          </Text>
          <Text size="xsmall" className="text-ui-fg-subtle break-words">
            <Moment at={decided_at} timeZone={timeZone} />
            {created_by ? `, ${t("order.by", { author: created_by_name ?? created_by })}` : `, ${reason(why)}`}
          </Text>
          {note && (
            <Text size="xsmall" className="text-ui-fg-subtle break-words">
              {t("common.reason")}: {note}
            </Text>
          )}
        </div>
      ))}
    </div>
  )
}
