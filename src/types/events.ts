import type { AffiliateStatus } from "../domain/affiliates/transitions"

/** The events that this plugin emits, and their payloads: ids and a few facts, never an e-mail address or payout details. */
export interface AffiliateEventPayloads {
  /** A customer became an affiliate, `pending` where the program requires approval. */
  "affiliate.enrolled": { id: string; program_id: string; customer_id: string; status: AffiliateStatus }
  /** The affiliate was pending or rejected and is active now. */
  "affiliate.approved": { id: string; program_id: string }
  /** The affiliate's application was rejected. */
  "affiliate.rejected": { id: string; program_id: string }
  /** The affiliate was suspended. */
  "affiliate.suspended": { id: string; program_id: string }
  /** The affiliate was suspended and is active again. */
  "affiliate.reactivated": { id: string; program_id: string }
  /** A customer became the referral of an affiliate. */
  "affiliate.referral.created": { id: string; program_id: string; affiliate_id: string }
  /** A program's month was closed. */
  "affiliate.period.closed": { program_id: string; period: string }
  /** A payout was created: its amount is no longer available. */
  "affiliate.payout.created": { id: string }
  /** The payout's money has arrived. */
  "affiliate.payout.paid": { id: string }
  /** The payout's transfer came back: its amount is available again. */
  "affiliate.payout.failed": { id: string }
  /** The payout is not made: its amount is available again. */
  "affiliate.payout.canceled": { id: string }
  /** A program's agreement has a new version. `id` is the version's. */
  "affiliate.agreement.changed": { id: string; program_id: string; version: number }
  /** An affiliate accepted a version of the agreement. */
  "affiliate.agreement.accepted": { affiliate_id: string; version: number }
}

export type AffiliateEvent = keyof AffiliateEventPayloads
