import { Button, Drawer, Text } from "@medusajs/ui"
import type { AdminAffiliateProgram } from "../../../../types"
import { usePeriods } from "../../../hooks/api/periods"
import type { ReplayedRule } from "../../../lib/replayed-rule"
import { useText } from "../../../lib/use-text"
import { LoadError } from "../../common/load-error"
import { LoadingRows } from "../../common/loading-rows"
import { CostOfMonth } from "./cost-of-month"

interface CostDrawerProps {
  program: AdminAffiliateProgram
  rules: ReplayedRule[]
  onClose: () => void
}

/** How many of the last closed months are calculated anew. */
const MONTHS = 3

/** What the last closed months would have paid under changed rules, beside what they paid. Nothing is changed. */
export const CostDrawer = ({ program, rules, onClose }: CostDrawerProps) => {
  const t = useText()
  const { data, error } = usePeriods({ program_id: program.id, status: "closed", order: "-period", limit: MONTHS })
  return (
    <Drawer open onOpenChange={(open) => !open && onClose()}>
      <Drawer.Content>
        <Drawer.Header>
          <Drawer.Title>{t("rule.cost.title")}</Drawer.Title>
          <Drawer.Description asChild>
            <Text size="small" className="text-ui-fg-subtle">
              {t("rule.cost.description")}
            </Text>
          </Drawer.Description>
        </Drawer.Header>
        <Drawer.Body className="divide-ui-border-base flex flex-1 flex-col gap-y-6 overflow-y-auto [&>section+section]:border-t [&>section+section]:pt-6">
          {error && <LoadError error={error} />}
          {!data && !error && <LoadingRows />}
          {data?.affiliate_periods.length === 0 && <Text size="small">{t("rule.cost.noMonth")}</Text>}
          {data?.affiliate_periods.map((period) => (
            <CostOfMonth key={period.id} period={period} rules={rules} />
          ))}
        </Drawer.Body>
        <Drawer.Footer>
          <Button size="small" variant="secondary" type="button" onClick={onClose}>
            {t("common.close")}
          </Button>
        </Drawer.Footer>
      </Drawer.Content>
    </Drawer>
  )
}
