import type { AdminAffiliatePeriodDetail } from "../../types"
import { formatMoney } from "./format"
import type { Translate } from "./use-text"

/** What closing a month will do: for each currency a sentence about what is credited and one about what is withheld. */
export function closeSummary(period: AdminAffiliatePeriodDetail, t: Translate): string {
  const sentences = period.totals.flatMap(({ currency_code, amount, withheld_amount, order_count }) => {
    const affiliates = (outcome: "credited" | "withheld") =>
      period.lines.filter((line) => line.currency_code === currency_code && line.outcome === outcome).length
    const credited = t("period.closeCredits", {
      money: formatMoney(amount, currency_code),
      affiliates: t("common.affiliates", { count: affiliates("credited") }),
      orders: t("common.orders", { count: order_count }),
    })
    const withheld = t("period.closeWithholds", {
      money: formatMoney(withheld_amount, currency_code),
      affiliates: t("common.affiliates", { count: affiliates("withheld") }),
    })
    return [...(affiliates("credited") ? [credited] : []), ...(affiliates("withheld") ? [withheld] : [])]
  })
  return [...(sentences.length ? sentences : [t("period.closeNothing")]), t("period.closeFinal")].join(" ")
}
