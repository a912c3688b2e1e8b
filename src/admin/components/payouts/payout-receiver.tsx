import { Text } from "@medusajs/ui"
import type { AdminAffiliatePayout } from "../../../types"
import { AffiliateLink } from "../affiliates/affiliate-link"

interface PayoutReceiverProps {
  payout: AdminAffiliatePayout
  /** Undefined until it is known. */
  name?: string
}

/** The affiliate who is paid, and the program. */
export const PayoutReceiver = ({ payout, name }: PayoutReceiverProps) => (
  <div className="max-w-[180px] [&>*]:block [&>*]:truncate" title={name ? `${name} (${payout.affiliate_code})` : undefined}>
    <AffiliateLink id={payout.affiliate_id} code={payout.affiliate_code} name={name} />
    <Text size="xsmall" className="text-ui-fg-subtle">
      {payout.program_name}
    </Text>
  </div>
)
