import type { MedusaContainer } from "@medusajs/framework/types"

import { logAndContinue } from "../workflows/utils/log-and-continue"
import { sendPayoutsWorkflow } from "../workflows/payouts"

/** Once an hour: asks providers for the status of unanswered payouts, and sends payouts that a crash left unsent. */
export default async function affiliateSendPayouts(container: MedusaContainer): Promise<void> {
  await logAndContinue(container, "sending payouts", () => sendPayoutsWorkflow(container).run({ input: {} }), undefined)
}

export const config = { name: "affiliate-send-payouts", schedule: "22 * * * *" }
