/** What roles of the dashboard may be allowed to see or change, where the store has Medusa's RBAC switched on. */
export const AFFILIATE_RESOURCES = {
  affiliate_program: "affiliate programs, their agreements and e-mails",
  affiliate: "affiliates, their groups, clicks, referrals, invitations, notes and statements",
  affiliate_commission: "commissions, months, statistics and what the doctor finds; closing months",
  affiliate_payout: "payouts, payout details and adjustments of balances",
} as const

export type AffiliateResource = keyof typeof AFFILIATE_RESOURCES

export const AFFILIATE_OPERATIONS = ["read", "update"] as const
