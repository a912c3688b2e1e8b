import { Text } from "@medusajs/ui"
import type { AdminOrderAffiliateEvidence } from "../../../types"
import { useReasonText } from "../../lib/use-reason-text"
import { useText } from "../../lib/use-text"
import { Moment } from "../common/moment"
import { Status } from "../common/status"

interface OrderEvidenceProps {
  evidence: AdminOrderAffiliateEvidence[]
  timeZone: string
}

const nameOf = ({ affiliate_name: name, affiliate_code: code }: AdminOrderAffiliateEvidence): string => (name ? `${name} (${code})` : code)

/** The clicks, promo codes and referrals that touched the order, each with its verdict. */
export const OrderEvidence = ({ evidence, timeZone }: OrderEvidenceProps) => {
  const t = useText()
  const reason = useReasonText()
  return (
    <div className="flex flex-col gap-y-3 px-6 py-4">
      <Text size="small" weight="plus">
        {t("order.evidence")}
      </Text>
      {evidence.map((item) => (
        <div key={`${item.type}:${item.id}`} className="flex items-start justify-between gap-x-2">
          <div className="min-w-0">
            <Text size="small" className="break-words">
              {t(`order.types.${item.type}`, { code: nameOf(item) })}
            </Text>
            <Text size="xsmall" className="text-ui-fg-subtle">
              <Moment at={item.occurred_at} timeZone={timeZone} />
              {item.reason && <>, {reason(item.reason)}</>}
            </Text>
            {item.flag && (
              <Text size="xsmall" className="text-ui-tag-orange-text">
                {t("order.affiliateEmail")}
              </Text>
            )}
          </div>
          <Status kind="verdict" status={item.verdict} />
        </div>
      ))}
    </div>
  )
}
