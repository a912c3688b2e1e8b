import { Text } from "@medusajs/ui"
import type { AdminAffiliatePeriodComparison } from "../../../types"
import { useText } from "../../lib/use-text"
import { Difference } from "../common/difference"
import { Money } from "../common/money"

/** The month's totals beside those of the month before, by currency. */
export const PeriodDifferences = ({ comparison }: { comparison: AdminAffiliatePeriodComparison[] }) => {
  const t = useText()
  return comparison.map(({ currency_code, amount, previous_amount, difference }) => (
    <div key={currency_code} className="flex flex-wrap items-center gap-x-2 px-6 py-4">
      <Text size="small" className="text-ui-fg-subtle">
        {t("period.beforeAndNow")}
      </Text>
      <Money amount={previous_amount} currencyCode={currency_code} className="txt-compact-small" />
      <span aria-hidden>→</span>
      <Money amount={amount} currencyCode={currency_code} className="txt-compact-small" />
      <span className="txt-compact-small-plus">
        <Difference amount={difference} currencyCode={currency_code} />
      </span>
    </div>
  ))
}
