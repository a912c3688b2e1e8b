import { Text } from "@medusajs/ui"
import type { AdminAffiliatePayout } from "../../../types"
import { Moment } from "../common/moment"
import { Status } from "../common/status"

interface PayoutStatusProps {
  payout: AdminAffiliatePayout
  timeZone?: string
}

/** A payout's status, and when it ended. */
export const PayoutStatus = ({ payout: { status, reason, ended_at }, timeZone }: PayoutStatusProps) => (
  <div>
    <Status kind="payout" status={status} tooltip={reason} />
    {ended_at && (
      <Text as="div" size="xsmall" className="text-ui-fg-subtle">
        <Moment at={ended_at} timeZone={timeZone} />
      </Text>
    )}
  </div>
)
