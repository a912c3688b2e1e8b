import { Button, Heading, StatusBadge } from "@medusajs/ui"
import { useId, useState } from "react"
import type { AdminAffiliateInvariant } from "../../../types"
import { formatCount } from "../../lib/format"
import type { HealthAreaName } from "../../lib/health-areas"
import { useText } from "../../lib/use-text"
import { InvariantSection } from "./invariant-section"

interface HealthAreaProps {
  area: HealthAreaName
  invariants: AdminAffiliateInvariant[]
}

/** One heading: OK, or how many exceptions there are. Broken rules are shown at once; the sentences of all the others behind a toggle. */
export const HealthArea = ({ area, invariants }: HealthAreaProps) => {
  const t = useText()
  const id = useId()
  const [open, setOpen] = useState(false)
  const broken = invariants.filter(({ ok }) => !ok)
  const kept = invariants.filter(({ ok }) => ok)
  const count = broken.reduce((sum, { exception_count }) => sum + exception_count, 0)
  return (
    <section>
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 px-6 py-4">
        <div className="flex items-center gap-x-3">
          <Heading level="h2">{t(`health.areas.${area}`)}</Heading>
          <StatusBadge color={count === 0 ? "green" : "red"}>
            {count === 0 ? t("health.ok") : t("health.exceptions", { count, amount: formatCount(count) })}
          </StatusBadge>
        </div>
        <Button size="small" variant="transparent" aria-expanded={open} aria-controls={id} onClick={() => setOpen(!open)}>
          {open ? t("health.hideRules") : t("health.showRules", { count: kept.length })}
        </Button>
      </div>
      {broken.map((invariant) => (
        <InvariantSection key={invariant.id} invariant={invariant} />
      ))}
      <div id={id} hidden={!open} className="divide-y border-t">
        {open && kept.map((invariant) => <InvariantSection key={invariant.id} invariant={invariant} />)}
      </div>
    </section>
  )
}
