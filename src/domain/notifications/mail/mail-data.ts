/** What an e-mail is about, as a provider's own template gets it too. Amounts are decimal strings in major units, times ISO 8601. */
export interface MailData {
  program: { id: string; name: string; handle: string }
  affiliate?: { name: string | null; link: string; promo_code: string | null }
  referral?: { name: string; joined_at: string }
  period?: string
  amounts?: MailAmount[]
  statement?: { period: string; currency_code: string; closing_balance: string }
  payout?: {
    number: number
    amount: string
    currency_code: string
    reference: string | null
    reason: string | null
    ended_at: string | null
  }
  agreement?: { version: number }
  invitation?: { commission_percent: string; note: string | null; expires_at: string; url: string }
}

export interface MailAmount {
  currency_code: string
  amount: string
  outcome: string
  order_count: number
  available_at: string | null
}
