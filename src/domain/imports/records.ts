/** What an import takes. One line of a file may hold several: an affiliate with their promo code and balance. */
export const IMPORT_KINDS = ["affiliates", "promo_codes", "referrals", "balances"] as const
export type ImportKind = (typeof IMPORT_KINDS)[number]

/** Whose a row is: the code of an affiliate link, or the affiliate's e-mail. */
export interface AffiliateRef {
  affiliate_code: string | null
  affiliate_email: string | null
}

export interface AffiliateRecord {
  kind: "affiliates"
  email: string
  first_name: string | null
  last_name: string | null
  /** Null: the affiliate gets a new one. */
  code: string | null
  status: "pending" | "active" | "suspended" | "rejected"
  status_reason: string | null
  commission_percent: string | null
  happened_at: string | null
  billing_details: object | null
  /** What the other program knew, for the merchant's notes. */
  note: string | null
}

interface PromoCodeRecord extends AffiliateRef {
  kind: "promo_codes"
  code: string
}

interface ReferralRecord extends AffiliateRef {
  kind: "referrals"
  email: string
  source: "link" | "promo_code" | "manual"
  happened_at: string | null
  note: string | null
}

interface BalanceRecord extends AffiliateRef {
  kind: "balances"
  /** Exact to the currency's digits. */
  amount: string
  currency_code: string
  note: string | null
}

export type ImportRecord = AffiliateRecord | PromoCodeRecord | ReferralRecord | BalanceRecord

/** What is wrong with a row: the column, and what would be right. */
export interface ImportFault {
  field: string
  problem: string
}

/** A row as it was read. Where something is wrong, the records hold what could be read, so that other rows still find their affiliate. */
export interface ReadRow {
  kind: ImportKind
  records: ImportRecord[]
  faults: ImportFault[]
}
