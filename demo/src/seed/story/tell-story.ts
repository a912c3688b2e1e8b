import type { MedusaContainer } from "@medusajs/framework/types"

import type { DemoFacts } from "../facts"
import type { Shop } from "../shop/store"
import { monthsBefore, plusHours } from "../time/calendar"
import type { PastClock } from "../time/past-clock"
import { AFFILIATES } from "./affiliates"
import { planAgreement } from "./agreement"
import { planEnrollments } from "./enrollments"
import { planJourneys, planReferredByClient } from "./journeys"
import { planOwnDetails } from "./own-details"
import { createProgramsAndGroups } from "./programs"
import { planRules } from "./rules"
import { planSpending } from "./spending"
import { Story } from "./story"
import { planIdleClicks } from "./traffic"

const PAST_MONTHS = 3

/** Three whole months and the current one: affiliates, clicks, orders and what became of them, and each past month closed. */
export async function tellStory(
  container: MedusaContainer,
  { shop, admin_id, clock }: { shop: Shop; admin_id: string; clock: PastClock }
): Promise<DemoFacts["affiliate_data"]> {
  const now = new Date()
  const months = monthsBefore(now, PAST_MONTHS)
  const begins_at = plusHours(months[0]?.starts_at ?? now, 9)
  const programs = await clock.at(begins_at, () => createProgramsAndGroups(container, shop))
  await clock.moveToThePast()

  const story = new Story(container, shop, programs, admin_id, begins_at, now)
  planEnrollments(story)
  planAgreement(story)
  planOwnDetails(story)
  planIdleClicks(story)
  planJourneys(story)
  planReferredByClient(story)
  planSpending(story)
  const lastMonth = months.at(-1)
  if (lastMonth) planRules(story, lastMonth)
  await story.tell(months)

  const [anna] = AFFILIATES
  const inCredit = AFFILIATES.find(({ payout }) => payout?.method === "store_credit")
  if (!anna || !inCredit) throw new Error("Somebody is missing in the story")
  return {
    program_id: programs.shop.id,
    program_number: programs.shop.number,
    affiliate_id: story.joined(anna.email).id,
    affiliate: { email: anna.email, password: anna.password },
    paid_in_credit: { email: inCredit.email, password: inCredit.password },
  }
}
