import { Text } from "@medusajs/ui"
import { formatPeriod } from "../../lib/format"
import { useText } from "../../lib/use-text"
import type { Commission } from "../../types/commission"
import { Money } from "../common/money"
import { Status } from "../common/status"

/** What the order earned, and every change of it since: the rows add up to what it earns now. */
export const OrderCommissions = ({ commissions }: { commissions: Commission[] }) => {
  const t = useText()
  return (
    <div className="flex flex-col gap-y-3 px-6 py-4">
      <Text size="small" weight="plus">
        {t("commission.many")}
      </Text>
      {commissions.map((commission) => (
        <div key={commission.id} className="flex items-center justify-between gap-x-2">
          <Text size="small" className="text-ui-fg-subtle">
            {t(`commission.kinds.${commission.kind}`)}, {formatPeriod(commission.period)}
          </Text>
          <div className="flex items-center gap-x-2">
            <Money amount={commission.amount} currencyCode={commission.currency_code} className="txt-compact-small" />
            <Status kind="commission" status={commission.status} />
          </div>
        </div>
      ))}
    </div>
  )
}
