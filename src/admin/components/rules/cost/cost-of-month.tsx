import { Heading } from "@medusajs/ui"
import type { AdminAffiliatePeriod } from "../../../../types"
import { useReplayedRules } from "../../../hooks/api/periods"
import { formatPeriod } from "../../../lib/format"
import type { ReplayedRule } from "../../../lib/replayed-rule"
import { LoadError } from "../../common/load-error"
import { LoadingRows } from "../../common/loading-rows"
import { ReplayResult } from "../../periods/replay/replay-result"

interface CostOfMonthProps {
  period: Pick<AdminAffiliatePeriod, "period" | "program_id">
  rules: ReplayedRule[]
}

/** A month as it was paid and as it would have been, in sum and by affiliate. */
export const CostOfMonth = ({ period, rules }: CostOfMonthProps) => {
  const { data, error } = useReplayedRules(period, rules)
  return (
    <section className="flex flex-col gap-y-3">
      <Heading level="h3">{formatPeriod(period.period)}</Heading>
      {error && <LoadError error={error} />}
      {!data && !error && <LoadingRows />}
      {data && <ReplayResult {...data.affiliate_replay} />}
    </section>
  )
}
