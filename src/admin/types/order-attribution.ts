import type { Commission } from "./commission"
import type { Decimal } from "./list"

export interface EvidenceItem {
  type: "click" | "promo_code" | "referral"
  id: string
  affiliate_code: string
  occurred_at: string
  verdict: "chosen" | "not_chosen" | "refused"
  reason: string | null
}

/** Why an order earned for somebody, or for nobody. */
export interface OrderAttribution {
  outcome: "attributed" | "none"
  reason: string | null
  affiliate: { id: string; code: string; number: number } | null
  program_id: string | null
  source: "link" | "promo_code" | "manual" | null
  rate_percent: Decimal | null
  evidence: EvidenceItem[]
  commissions: Commission[]
}
