import { runWorkflow } from "../plugin"
import { plusDays } from "../time/calendar"
import { AFFILIATES, type AffiliatePlan } from "./affiliates"
import type { Story } from "./story"

export const HOLD_DAYS = 14

const terms = (settled: string[]): string => `## What you do

You recommend the shop where you think it fits: on your site, in a video, by word of mouth. Please

- say that you earn from what people buy,
- do not bid on our name in search engines,
- do not post your promo code on discount sites.

## What you earn

${settled.map((sentence, index) => `${index + 1}. ${sentence}`).join("\n")}

## How it ends

Both of us can end this at any time. What you have **earned until then** is paid out.`

const SETTLEMENT = [
  "We pay you the agreed percentage of what the shoppers you send spend, without tax and delivery.",
  `The month is settled on the first day of the next one; the amount is available ${HOLD_DAYS} days later.`,
  "Orders that are canceled or sent back earn nothing.",
]

export const FIRST_AGREEMENT = terms(SETTLEMENT)

/** What came with the choice of payout methods. */
const SECOND_AGREEMENT = terms([
  ...SETTLEMENT,
  "You choose how we pay you: by transfer, by PayPal, or as store credit that you spend in the shop.",
])

/** Until then the first version holds. */
const CHANGED_ON_DAY = 50

/** A new version asks again: many agree within days, some never do, and one withdraws. */
export function planAgreement(story: Story): void {
  const { container, programs, begins_at } = story
  story.plan(plusDays(begins_at, CHANGED_ON_DAY), () =>
    runWorkflow(container, "affiliate-update-program", { id: programs.shop.id, update: { agreement_text: SECOND_AGREEMENT } })
  )
  const asked = AFFILIATES.filter(({ joins_on_day, agrees }) => joins_on_day < CHANGED_ON_DAY && agrees === "always")
  for (const [index, affiliate] of asked.entries()) {
    story.plan(plusDays(begins_at, CHANGED_ON_DAY + 0.4 + index), (now) => accept(story, affiliate, 2, now))
  }
  for (const { email } of AFFILIATES.filter(({ agrees }) => agrees === "not any more")) {
    story.plan(plusDays(begins_at, CHANGED_ON_DAY + 3), (now) => {
      const { id, customer_id } = story.joined(email)
      return runWorkflow(container, "affiliate-withdraw-agreement", { affiliate_id: id, withdrawn_by: customer_id, now })
    })
  }
}

/** The version a page would show to somebody who joins, if they tick its box. */
export const versionJoinedWith = ({ joins_on_day, agrees }: AffiliatePlan): number | undefined =>
  agrees === "never" ? undefined : joins_on_day < CHANGED_ON_DAY ? 1 : 2

function accept(story: Story, { email }: AffiliatePlan, version: number, now: Date): Promise<unknown> {
  const { id, customer_id } = story.joined(email)
  return runWorkflow(story.container, "affiliate-accept-agreement", { affiliate_id: id, version, accepted_by: customer_id, now })
}
