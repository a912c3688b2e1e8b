import { Text } from "@medusajs/ui"
import type { AffiliateStatement } from "../../../types"
import { formatPeriod } from "../../lib/format"
import { useText } from "../../lib/use-text"

/** The statement's month and number. It has no number until it is issued. */
export const StatementName = ({ statement: { period, status, number } }: { statement: AffiliateStatement }) => {
  const t = useText()
  return (
    <div>
      {formatPeriod(period, "short")}
      <Text size="xsmall" className="text-ui-fg-subtle whitespace-nowrap">
        {number ?? t(status === "open" ? "statement.isOpen" : "statement.notIssued")}
      </Text>
    </div>
  )
}
