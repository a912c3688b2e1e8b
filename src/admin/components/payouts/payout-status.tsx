import { Text } from "@medusajs/ui"
import type { AdminAffiliatePayout } from "../../../types"
import { Moment } from "../common/moment"
import { Status } from "../common/status"

/** A payout's status, and when it ended. */
export const PayoutStatus = ({ payout: { status, reason, sent_at, ended_at, program_id } }: { payout: AdminAffiliatePayout }) => (
  <div>
    {status === "processing" && sent_at ? (
      <Status kind="sentPayout" status={status} />
    ) : (
      <Status kind="payout" status={status} tooltip={reason} />
    )}
    {ended_at && (
      <Text as="div" size="xsmall" className="text-ui-fg-subtle">
        <Moment at={ended_at} programId={program_id} />
      </Text>
    )}
  </div>
)
