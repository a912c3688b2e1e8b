import type { MiddlewareRoute } from "@medusajs/framework/http"

import type { AffiliateResource } from "../domain/access/resources"

/** The routes of each resource. A route below several of them needs all of their policies. */
export const PROTECTED_ROUTES: [matcher: string, resource: AffiliateResource][] = [
  ["/admin/affiliate-programs*", "affiliate_program"],
  ["/admin/affiliate-agreement-acceptances*", "affiliate_program"],
  ["/admin/affiliate-notification-provider*", "affiliate_program"],
  ["/admin/affiliates*", "affiliate"],
  ["/admin/affiliate-groups*", "affiliate"],
  ["/admin/affiliate-invitations*", "affiliate"],
  ["/admin/affiliate-referrals*", "affiliate"],
  ["/admin/customers/:id/affiliate-referrer", "affiliate"],
  ["/admin/affiliate-clicks*", "affiliate"],
  ["/admin/promotions/:id/affiliate", "affiliate"],
  ["/admin/affiliate-commissions*", "affiliate_commission"],
  ["/admin/affiliate-ledger*", "affiliate_commission"],
  ["/admin/affiliate-periods*", "affiliate_commission"],
  ["/admin/affiliate-statistics*", "affiliate_commission"],
  ["/admin/affiliate-tasks*", "affiliate_commission"],
  ["/admin/affiliate-setup*", "affiliate_commission"],
  ["/admin/affiliate-doctor*", "affiliate_commission"],
  ["/admin/orders/:id/affiliate", "affiliate_commission"],
  ["/admin/affiliate-payouts*", "affiliate_payout"],
  ["/admin/affiliate-pay-runs*", "affiliate_payout"],
  ["/admin/affiliate-payout-methods*", "affiliate_payout"],
  ["/admin/affiliates/:id/adjustments", "affiliate_payout"],
  ["/admin/affiliates/:id/payout-method", "affiliate_payout"],
]

/**
 * What the routes of the dashboard need, where the store has Medusa's RBAC switched on: reading the policy `read`, everything else `update`.
 * Medusa checks policies of middlewares only, not of route files.
 */
export const policyMiddlewares: MiddlewareRoute[] = PROTECTED_ROUTES.flatMap(([matcher, resource]): MiddlewareRoute[] => [
  { matcher, method: "GET", policies: { resource, operation: "read" } },
  { matcher, method: ["POST", "DELETE"], policies: { resource, operation: "update" } },
])
