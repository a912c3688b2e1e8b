import { Text } from "@medusajs/ui"
import type { AdminAffiliatePeriodLine } from "../../../types"
import { useReasonText } from "../../lib/use-reason-text"
import { useText } from "../../lib/use-text"
import { Moment } from "../common/moment"
import { Status } from "../common/status"

interface PeriodLineOutcomeProps {
  line: AdminAffiliatePeriodLine
  timeZone?: string
}

/** What becomes of a line: credited, and from when it can be paid out, or withheld, and why. */
export const PeriodLineOutcome = ({ line: { outcome, reason, available_at }, timeZone }: PeriodLineOutcomeProps) => {
  const t = useText()
  const reasonText = useReasonText()
  return (
    <div className="min-w-[160px] max-w-[220px] py-2">
      <Status kind="line" status={outcome} />
      <Text as="div" size="xsmall" className="text-ui-fg-subtle whitespace-normal break-words">
        {outcome === "credited" ? (
          <>
            {t("ledger.availableAt")} <Moment at={available_at} timeZone={timeZone} />
          </>
        ) : (
          reasonText(reason)
        )}
      </Text>
    </div>
  )
}
