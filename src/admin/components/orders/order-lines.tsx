import { Text } from "@medusajs/ui"
import type { AdminOrderAffiliateCommission, AdminOrderAffiliateResponse } from "../../../types"
import { useRuleText } from "../../hooks/use-rule-text"
import { useText } from "../../lib/use-text"
import { formatMoney, formatPercent } from "../../lib/format"
import { Money } from "../common/money"

type Line = AdminOrderAffiliateCommission["lines"][number]

/** What each item of the order earns now: by which rule, of which value, and what took something of it away. */
export const OrderLines = ({ attribution: { commissions, rate_source } }: { attribution: AdminOrderAffiliateResponse }) => {
  const t = useText()
  const last = [...commissions].reverse().find(({ lines }) => lines.length > 0)
  if (!last) return null
  return (
    <div className="flex flex-col gap-y-3 px-6 py-4">
      <Text size="small" weight="plus">
        {t("order.lines")}
      </Text>
      {last.lines.map((line, index) => (
        <OrderLine
          key={line.line_item_id ?? `shipping-${index}`}
          line={line}
          currencyCode={last.currency_code}
          isOwnRate={rate_source === "affiliate"}
        />
      ))}
    </div>
  )
}

const OrderLine = ({ line, currencyCode, isOwnRate }: { line: Line; currencyCode: string; isOwnRate: boolean }) => {
  const t = useText()
  const text = useRuleText()
  const { title, line_item_id, rule_name, rate, rate_percent, base, amount, cut_by } = line
  const rule = rule_name ?? t(isOwnRate ? "order.lineRates.affiliate" : "order.lineRates.program")
  const given = rate ? text.rate(rate) : formatPercent(rate_percent ?? "0")
  return (
    <div className="flex items-start justify-between gap-x-2">
      <div className="min-w-0">
        <Text size="small" className="text-ui-fg-subtle break-words">
          {line_item_id === null ? t("order.shipping") : (title ?? line_item_id)}
        </Text>
        <Text size="xsmall" className="text-ui-fg-subtle break-words">
          {t("order.lineRule", { rule, rate: given, base: formatMoney(base, currencyCode) })}
        </Text>
        {cut_by && (
          <Text size="xsmall" className="text-ui-fg-subtle break-words">
            {t(`rule.cut.${cut_by}`)}
          </Text>
        )}
      </div>
      <Money amount={amount} currencyCode={currencyCode} className="txt-compact-small" />
    </div>
  )
}
