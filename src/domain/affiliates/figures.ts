/** What an affiliate did in a range of time, and what is available. A list of affiliates can be sorted by each. */
export const AFFILIATE_FIGURES = ["clicks", "orders", "expense_amount", "commission_amount", "available"] as const
export type AffiliateFigure = (typeof AFFILIATE_FIGURES)[number]
