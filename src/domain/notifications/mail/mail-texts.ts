import type { NotificationName } from "../notification-settings"

/** The words of one e-mail. `{{…}}` is filled in with what it is about; see `mailValues`. */
interface MailText {
  subject: string
  heading: string
  /** In paragraphs. */
  body: string[]
  /** Leads to the affiliates' portal. */
  button: string
}

export type MailLabel =
  | "affiliate_link"
  | "promo_code"
  | "referral"
  | "joined_at"
  | "credited"
  | "withheld"
  | "orders"
  | "available_at"
  | "closing_balance"
  | "amount"
  | "number"
  | "reference"
  | "reason"
  | "paid_at"
  | "version"
  | "rate"
  | "expires_at"

/** All words of the e-mails in one language. */
export interface MailTexts {
  /** How dates and amounts are written: a BCP 47 tag. */
  locale: string
  mails: Record<NotificationName, MailText>
  labels: Record<MailLabel, string>
  greeting: string
  /** To somebody whose name the store does not know. */
  plainGreeting: string
  footer: string
}
