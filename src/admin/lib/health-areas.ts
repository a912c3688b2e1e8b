import type { AdminAffiliateInvariant } from "../../types"

export type HealthAreaName = "orders" | "money" | "database"

/** The heading under which the dashboard shows each rule. */
export const HEALTH_AREAS: Record<AdminAffiliateInvariant["id"], HealthAreaName> = {
  orders_worth: "orders",
  undecided: "orders",
  quarantine: "orders",
  decisions: "orders",
  terms: "orders",
  line_rates: "orders",
  sequences: "orders",
  one_close: "money",
  closes: "money",
  period_commissions: "money",
  months: "money",
  time_zones: "money",
  entries_balanced: "money",
  entry_sources: "money",
  balances: "money",
  payouts_answered: "money",
  statement_numbers: "money",
  statement_balances: "money",
  promo_codes: "orders",
  store_references: "orders",
  click_totals: "database",
  period_totals: "money",
  quarter_hours: "database",
  orphans: "database",
  deleted_rows: "database",
  guards: "database",
}
