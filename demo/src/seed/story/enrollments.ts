import { runWorkflow } from "../plugin"
import { plusDays } from "../time/calendar"
import { versionJoinedWith } from "./agreement"
import { AFFILIATES, RESELLERS, type AffiliatePlan, type ResellerPlan } from "./affiliates"
import { readEnrolled, registerAndJoin } from "./enroll"
import type { Story } from "./story"

/** Until then the merchant had not noticed. */
export const SUSPENDED_ON_DAY = 58

/** They bring whoever is paid by another way than transfer above the minimum: one before the last payout, one for the next. */
const BONUSES = [
  { email: "misaki@example.com", day: 40, amount: "25.00", reason: "Thank you for the video" },
  { email: "oleksandr@example.com", day: 45, amount: "30.00", reason: "For the tasting evening" },
  { email: "priya@example.com", day: 80, amount: "25.00", reason: "For the translated brewing guide" },
]

/** Who joins when, who is approved, who is suspended, and who gets a bonus. */
export function planEnrollments(story: Story): void {
  for (const affiliate of AFFILIATES) planAffiliate(story, affiliate)
  for (const reseller of RESELLERS) planReseller(story, reseller)

  for (const { email, day, ...bonus } of BONUSES) {
    story.plan(plusDays(story.begins_at, day), (now) =>
      runWorkflow(story.container, "affiliate-adjust-balance", {
        ...bonus,
        affiliate_id: story.joined(email).id,
        currency_code: "eur",
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
    const joining = { program_id: programs.shop.id, agreement_version: versionJoinedWith(affiliate), group_id, now }
    const enrolled = await registerAndJoin(container, affiliate, joining)
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
