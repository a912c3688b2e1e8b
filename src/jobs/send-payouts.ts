import type { MedusaContainer } from "@medusajs/framework/types"

import { guarded } from "../hooks/checkout-guard"
import { sendPayoutsWorkflow } from "../workflows/payout"

/** Once an hour: asks providers what became of payouts without an answer, and sends those that a crash left unsent. */
export default async function affiliateSendPayouts(container: MedusaContainer): Promise<void> {
  await guarded(container, "sending payouts", () => sendPayoutsWorkflow(container).run({ input: { now: new Date() } }), undefined)
}

export const config = { name: "affiliate-send-payouts", schedule: "22 * * * *" }
