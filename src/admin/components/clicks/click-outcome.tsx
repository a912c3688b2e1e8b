import { Text } from "@medusajs/ui"
import type { AdminAffiliateClick } from "../../../types"
import { useReasonText } from "../../lib/use-reason-text"
import { useText } from "../../lib/use-text"
import { Money } from "../common/money"
import { PageLink } from "../common/page-link"

/** What became of a click: the order it brought and what that is worth, a registration, or why nothing came of it. */
export function ClickOutcome({ click }: { click: AdminAffiliateClick }) {
  const t = useText()
  const reason = useReasonText()
  const { outcome, order_id, order_display_id, expense_amount, currency_code } = click
  if (outcome === "ordered" && order_id)
    return (
      <span className="flex flex-col py-1">
        <PageLink to={`/orders/${order_id}`}>{t("click.orderNumber", { number: order_display_id ?? order_id })}</PageLink>
        {expense_amount && currency_code && <Money amount={expense_amount} currencyCode={currency_code} className="text-ui-fg-subtle" />}
      </span>
    )
  return (
    <span className="flex min-w-[110px] max-w-[260px] flex-col py-1">
      <span>{t(`click.outcomes.${outcome}`)}</span>
      {click.reason && (
        <Text as="span" size="xsmall" className="text-ui-fg-subtle whitespace-normal">
          {reason(click.reason)}
        </Text>
      )}
    </span>
  )
}
