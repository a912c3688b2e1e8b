import type { AdminAffiliatePayRunListResponse, AdminAffiliatePayoutListResponse } from "../../../src/types"
import type { Demo } from "../demo"
import type { Client } from "../http"

/** A page of the dashboard that is ours, or that carries a widget of ours. */
export interface AdminPage {
  name: string
  path: string
  /** On a page of Medusa's: the heading of our section, as a key of our texts. */
  heading?: "referral.referredBy" | "group.title" | "order.title" | "promotion.title"
}

interface Shown {
  id: string
  number?: number
  customer_id?: string
}

/** Every one of them, with the demo's richest records on those that show a single one. */
export async function adminPages(demo: Pick<Demo, "affiliate" | "program_id" | "promo_code">, admin: Client): Promise<AdminPage[]> {
  const first = async (key: string, path: string): Promise<Shown> => {
    const found = (await admin<Record<string, Shown[]>>(path))[key]?.[0]
    if (!found) throw new Error(`${path} has nothing to show`)
    return found
  }
  const own = `program_id=${demo.program_id}`
  const affiliate = await first("affiliates", `/admin/affiliates?q=${encodeURIComponent(demo.affiliate.email)}&${own}`)
  const commissions = await admin<{ affiliate_commissions: { order_id: string }[] }>(
    `/admin/affiliate-commissions?${own}&kind=refund&limit=1`
  )
  const promotion = await first("promotions", `/admin/promotions?code=${encodeURIComponent(demo.promo_code)}`)
  const referral = (await admin<{ affiliate_referrals: { customer_id: string }[] }>(`/admin/affiliate-referrals?${own}&limit=1`))
    .affiliate_referrals[0]
  const group = await first("customer_groups", "/admin/customer-groups")
  const { affiliate_periods: periods } = await admin<{ affiliate_periods: { period: string; status: string }[] }>(
    `/admin/affiliate-periods?${own}`
  )
  const periodOf = (status: string) => periods.find((period) => period.status === status)?.period ?? ""
  const { affiliate_pay_runs: runs } = await admin<AdminAffiliatePayRunListResponse>("/admin/affiliate-pay-runs?limit=1")
  const { affiliate_payouts: payouts } = await admin<AdminAffiliatePayoutListResponse>("/admin/affiliate-payouts?limit=1")
  const run = runs[0]
  const affiliateGroup = await first("affiliate_groups", "/admin/affiliate-groups?q=Press")
  const page = (name: string, path = `/affiliates/${name}`): AdminPage => ({ name: name.replaceAll("/", "-"), path })

  return [
    page("overview", "/affiliates?range=90_days"),
    ...["list", "list/create", "applications", "invitations", "invitations/invite", "groups", "groups/create"].map((path) => page(path)),
    ...["performance", "commissions", "payouts", "referrals", "settings"].map((tab) =>
      page(`affiliate/${tab}`, `/affiliates/${affiliate.id}?tab=${tab}`)
    ),
    ...["", "/add", "/rename"].map((drawer) => page(`affiliate-group${drawer}`, `/affiliates/groups/${affiliateGroup.id}${drawer}`)),
    ...["edit", "groups", "adjust", "payout-method", "billing-details"].map((drawer) =>
      page(`affiliate/${drawer}`, `/affiliates/${affiliate.id}/${drawer}`)
    ),
    page("programs"),
    page("programs/create"),
    page("program", `/affiliates/programs/${demo.program_id}`),
    ...["edit", "statements", "acceptances", "notifications", "agreement", "rules", "rules/create"].map((drawer) =>
      page(`program/${drawer}`, `/affiliates/programs/${demo.program_id}/${drawer}`)
    ),
    ...["commissions", "clicks", "referrals"].map((path) => page(path, `/affiliates/${path}?range=90_days`)),
    ...["groups", "ignored"].map((tab) => page(`clicks/${tab}`, `/affiliates/clicks?range=90_days&tab=${tab}`)),
    page("periods"),
    page("period/without-program", `/affiliates/periods/${periodOf("closed")}`),
    ...["open", "closed"].map((status) => page(`period/${status}`, `/affiliates/periods/${periodOf(status)}?${own}`)),
    ...["payouts", "payouts/create", "payouts/runs"].map((path) => page(path)),
    ...payouts.map(({ id }) => page("payout", `/affiliates/payouts?payout=${id}`)),
    ...(run ? [page("pay-run", `/affiliates/payouts/runs/${run.id}`)] : []),
    page("health"),
    { ...page("customer/affiliate", `/customers/${affiliate.customer_id ?? ""}`), heading: "referral.referredBy" },
    { ...page("customer/referral", `/customers/${referral?.customer_id ?? ""}`), heading: "referral.referredBy" },
    { ...page("customer-group", `/customer-groups/${group.id}`), heading: "group.title" },
    { ...page("order", `/orders/${commissions.affiliate_commissions[0]?.order_id ?? ""}`), heading: "order.title" },
    { ...page("promotion", `/promotions/${promotion.id}`), heading: "promotion.title" },
  ]
}
