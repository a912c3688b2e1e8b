import { InlineTip } from "@medusajs/ui"
import type { AffiliateCommissionRuleWarning } from "../../../types"
import { useText } from "../../lib/use-text"

/** What a merchant should look at in a rule; each kind is said once. */
export const RuleWarnings = ({ warnings }: { warnings: AffiliateCommissionRuleWarning[] }) => {
  const t = useText()
  const codes = [...new Set(warnings.map(({ code }) => code))]
  return codes.map((code) => (
    <InlineTip key={code} variant="warning" label={t("rule.warning")} className="mt-2">
      {t(`rule.warnings.${code}`)}
    </InlineTip>
  ))
}
