import { Button, Text } from "@medusajs/ui"
import type { AdminAffiliateCommissionRule, AdminAffiliateProgram } from "../../../types"
import { useText } from "../../lib/use-text"
import { CostButton } from "./cost/cost-button"
import { toReplayed } from "../../lib/replayed-rule"

interface OrderBarProps {
  program: AdminAffiliateProgram
  /** In their new order. */
  rules: AdminAffiliateCommissionRule[]
  isSaving: boolean
  onSave: () => void
  onDiscard: () => void
}

/** Below rules that were moved: what the new order would have cost, and whether it shall hold. */
export const OrderBar = ({ program, rules, isSaving, onSave, onDiscard }: OrderBarProps) => {
  const t = useText()
  return (
    <div className="flex flex-wrap items-center justify-between gap-4 px-6 py-4" role="status">
      <Text size="small" className="text-ui-fg-subtle">
        {t("rule.orderChanged")}
      </Text>
      <div className="flex flex-wrap gap-2">
        <Button size="small" variant="secondary" onClick={onDiscard}>
          {t("rule.discardOrder")}
        </Button>
        <CostButton program={program} changedRules={() => Promise.resolve(rules.map(toReplayed))} />
        <Button size="small" onClick={onSave} isLoading={isSaving}>
          {t("rule.saveOrder")}
        </Button>
      </div>
    </div>
  )
}
