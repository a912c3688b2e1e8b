import type { CommissionTiers } from "../../../domain/programs/commission-tiers"
import { formatCount, formatMoney, formatPercent } from "../../lib/format"
import { useText } from "../../lib/use-text"

/** Thresholds with their raises, and what they count. */
export const ProgramTiers = ({ tiers: { measure, span, scope, tiers } }: { tiers: CommissionTiers }) => {
  const t = useText()
  return (
    <span className="flex flex-col">
      <span>{[t(`program.tiers.span.${span}`), t(`program.tiers.scope.${scope}`)].join(" · ")}</span>
      {tiers.map(({ currency_code, threshold, raise_percent }) => (
        <span key={`${currency_code} ${threshold}`}>
          {measure === "orders"
            ? t("program.tiers.from.orders", {
                count: Number(threshold),
                amount: formatCount(Number(threshold)),
                raise: formatPercent(raise_percent),
              })
            : t("program.tiers.from.expenses", {
                threshold: formatMoney(threshold, currency_code ?? ""),
                raise: formatPercent(raise_percent),
              })}
        </span>
      ))}
    </span>
  )
}
