import { affiliateModule } from "../plugin"
import { plusDays, plusHours } from "../time/calendar"
import { AFFILIATES, type AffiliatePlan } from "./affiliates"
import { SITE_URL } from "./programs"
import type { Story } from "./story"

const PAGES = ["/favourites", "/2-minute-review", "/gift-guide", ""]

/** Somebody follows an affiliate's link. @returns the token their browser keeps, if the click counted */
export async function click(story: Story, { email, site }: AffiliatePlan, at: Date): Promise<string | undefined> {
  const affiliate = story.affiliates.get(email)
  if (!affiliate) return undefined
  const from = story.random.pick(PAGES)
  const sub = from ? `&sub=${from.slice(1)}` : ""
  const captured = await affiliateModule(story.container).clicks.capture(
    {
      page: `${SITE_URL}?ref=${affiliate.code}${sub}`,
      referrer: `${site}${from}`,
      project: story.programs.shop.number,
    },
    at
  )
  if (!("token" in captured)) return undefined
  story.counts.clicks++
  return captured.token
}

/** Most who click look around and leave. */
export function planIdleClicks(story: Story): void {
  for (const affiliate of AFFILIATES) {
    const first = plusDays(story.begins_at, affiliate.joins_on_day + 0.5)
    const gap_hours = 420 / affiliate.weight
    for (let at = first; at < story.now; at = plusHours(at, story.random.between(0.2, 1.8) * gap_hours)) {
      story.plan(at, (instant) => click(story, affiliate, instant))
    }
  }
}
