import { runWorkflow } from "../plugin"
import { plusDays } from "../time/calendar"
import { AFFILIATES } from "./affiliates"
import type { Story } from "./story"

/** Some say the day after they joined how they want to be paid and who they are to an accountant; the others leave it at what the shop knows. */
export function planOwnDetails(story: Story): void {
  const { container, begins_at } = story
  for (const { email, joins_on_day, payout, billing_details } of AFFILIATES) {
    story.plan(plusDays(begins_at, joins_on_day + 1), async () => {
      const { id: affiliate_id, customer_id } = story.joined(email)
      if (payout) await runWorkflow(container, "affiliate-choose-payout-method", { affiliate_id, created_by: customer_id, ...payout })
      if (billing_details) await runWorkflow(container, "affiliate-update-billing-details", { affiliate_id, billing_details })
    })
  }
}
