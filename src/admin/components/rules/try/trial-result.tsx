import { Text } from "@medusajs/ui"
import type { AdminTryAffiliateCommissionRulesResponse } from "../../../../types"
import { useRuleText } from "../../../hooks/use-rule-text"
import { useText } from "../../../lib/use-text"

/** What the item would earn and by which rule, then the rules above it with the reason why each does not match. */
export const TrialResult = ({ rule, rate, rate_source, passed_over }: AdminTryAffiliateCommissionRulesResponse) => {
  const t = useText()
  const text = useRuleText()
  const origin = rule ? t("rule.try.by", { rule: rule.name }) : t(rate_source === "affiliate" ? "rule.try.ownRate" : "rule.try.programRate")
  return (
    <div role="status" className="flex flex-col gap-y-3 px-6 py-4">
      <Text size="small" weight="plus">
        {t("rule.try.result", { rate: text.rate(rate), origin })}
      </Text>
      {passed_over.length > 0 && (
        <div>
          <Text size="small" className="text-ui-fg-subtle">
            {t("rule.try.passedOver")}
          </Text>
          <ul className="mt-1 flex flex-col gap-y-1">
            {passed_over.map(({ rule: other, code }) => (
              <li key={other.id} className="txt-small break-words">
                {other.name}: <span className="text-ui-fg-subtle">{t(`rule.mismatch.${code}`)}</span>
              </li>
            ))}
          </ul>
        </div>
      )}
    </div>
  )
}
