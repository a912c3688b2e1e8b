import { runWorkflow } from "../plugin"
import { plusDays } from "../time/calendar"
import { AFFILIATES, RESELLERS, type AffiliatePlan, type ResellerPlan } from "./affiliates"
import { readEnrolled, registerAndJoin } from "./enroll"
import type { Story } from "./story"

/** Until then the merchant had not noticed. */
export const SUSPENDED_ON_DAY = 58

/** Who joins when, who is approved, who is suspended, and one bonus. */
export function planEnrollments(story: Story): void {
  for (const affiliate of AFFILIATES) planAffiliate(story, affiliate)
  for (const reseller of RESELLERS) planReseller(story, reseller)

  const misaki = AFFILIATES[1]
  if (misaki) {
    story.plan(plusDays(story.begins_at, 40), (now) =>
      runWorkflow(story.container, "affiliate-adjust-balance", {
        affiliate_id: story.affiliates.get(misaki.email)?.id,
        amount: "25.00",
        currency_code: "eur",
        reason: "Thank you for the video",
        created_by: story.admin_id,
        now,
      })
    )
  }
}

function planAffiliate(story: Story, affiliate: AffiliatePlan): void {
  const { container, programs } = story
  const group_id = affiliate.role === "staff" ? programs.staff_group_id : undefined
  story.plan(plusDays(story.begins_at, affiliate.joins_on_day), async (now) => {
    const enrolled = await registerAndJoin(container, affiliate, { program_id: programs.shop.id, group_id, now })
    story.affiliates.set(affiliate.email, enrolled)
  })
  if (affiliate.role !== "suspended") return
  story.planChange(plusDays(story.begins_at, SUSPENDED_ON_DAY), () =>
    runWorkflow(container, "affiliate-update-affiliate", {
      id: story.affiliates.get(affiliate.email)?.id,
      status: "suspended",
      reason: "Posts the promo code on discount sites",
    })
  )
}

function planReseller(story: Story, reseller: ResellerPlan): void {
  const { container, programs } = story
  const joins_at = plusDays(story.begins_at, reseller.joins_on_day)
  story.plan(joins_at, async (now) => {
    const enrolled = await registerAndJoin(container, reseller, {
      program_id: programs.trade.id,
      group_id: programs.resellers_group_id,
      now,
    })
    story.affiliates.set(reseller.email, enrolled)
  })
  if (!reseller.is_approved) return
  story.plan(plusDays(joins_at, 1), async () => {
    const id = story.affiliates.get(reseller.email)?.id ?? ""
    await runWorkflow(container, "affiliate-update-affiliate", { id, status: "active" })
    story.affiliates.set(reseller.email, await readEnrolled(container, id))
  })
}
