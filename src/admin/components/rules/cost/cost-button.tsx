import { Button } from "@medusajs/ui"
import { useState } from "react"
import type { AdminAffiliateProgram } from "../../../../types"
import type { ReplayedRule } from "../../../lib/replayed-rule"
import { useText } from "../../../lib/use-text"
import { CostDrawer } from "./cost-drawer"

interface CostButtonProps {
  program: AdminAffiliateProgram
  /** The rules to calculate with; null where there is something to be mended first. */
  changedRules: () => Promise<ReplayedRule[] | null>
}

/** Shows what changed rules would have cost, before they are saved. */
export const CostButton = ({ program, changedRules }: CostButtonProps) => {
  const t = useText()
  const [rules, setRules] = useState<ReplayedRule[] | null>(null)
  return (
    <>
      <Button size="small" variant="secondary" type="button" onClick={() => void changedRules().then(setRules)}>
        {t("rule.cost.open")}
      </Button>
      {rules && <CostDrawer program={program} rules={rules} onClose={() => setRules(null)} />}
    </>
  )
}
