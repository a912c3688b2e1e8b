import type { Commission } from "./commission"
import type { Decimal } from "./list"

export interface NamedAffiliate {
  id: string
  code: string
  number: number
  name: string | null
}

export interface EvidenceItem {
  type: "click" | "promo_code" | "referral"
  id: string
  affiliate_code: string
  affiliate_name: string | null
  occurred_at: string
  verdict: "chosen" | "not_chosen" | "refused" | "overruled"
  reason: string | null
}

/** Who had the order for a time, and who changed that. */
export interface Decision {
  id: string
  reason: string
  affiliate: NamedAffiliate | null
  created_by: string | null
  created_by_name: string | null
  note: string | null
  decided_at: string
}

export interface OrderCommission extends Commission {
  affiliate_name: string | null
  line: { outcome: "credited" | "withheld"; reason: string | null; available_at: string } | null
}

/** Why an order earned for somebody, or for nobody, and what became of it. */
export interface OrderAttribution {
  outcome: "attributed" | "none"
  reason: string | null
  affiliate: NamedAffiliate | null
  program_id: string | null
  timezone: string
  source: "link" | "promo_code" | "manual" | null
  rate_percent: Decimal | null
  rate_source: "affiliate" | "program" | null
  rate_since: string | null
  rate_until: string | null
  quarantine: { error: string; attempts: number; last_failed_at: string } | null
  evidence: EvidenceItem[]
  decisions: Decision[]
  commissions: OrderCommission[]
}

export interface ReassignmentPayload {
  affiliate_id: string | null
  reason: string
}
