import { maskedName } from "../referrals/masked-name"
import { writeMail, type Mail } from "./mail/mail"
import type { MailData } from "./mail/mail-data"
import { defaultTemplate, normalizeNotifications, type AffiliateNotificationName, type NotificationName } from "./notification-settings"
import { affiliateLink } from "../clicks/site"

/** One notification to one affiliate, as it is read from the database. Amounts are decimal strings in major units, dates ISO 8601. */
export interface NotificationRow {
  /** What it is about. A notification about the same subject is sent once. */
  key: string
  resource_id: string
  customer: { id: string; email: string; first_name: string | null; last_name: string | null }
  affiliate: { id: string; code: string; number: number; promo_code: string | null }
  program: NotifyingProgram
  facts: Record<string, unknown> & { referral?: ReferralFacts }
}

/** What an e-mail says of a program, and the program's switches and templates. */
export interface NotifyingProgram {
  id: string
  name: string
  handle: string
  site_url: string
  link_parameter: string
  timezone: string
  notifications: ProgramNotifications
}

type ProgramNotifications = Parameters<typeof normalizeNotifications>[0]

type ReferralFacts = Record<string, unknown> & { first_name: string | null; last_name: string | null }

/** A notification as Medusa's Notification module takes it. */
export interface NotificationMessage {
  to: string
  channel: "email"
  template: string
  data: Record<string, unknown>
  /** The plugin's own e-mail; absent where the program has a template of the provider. */
  content?: Mail
  /** Files in base64. */
  attachments?: { filename: string; content_type: string; content: string }[]
  trigger_type: NotificationName
  resource_id: string
  resource_type: string
  receiver_id?: string
  idempotency_key: string
}

const RESOURCES: Record<AffiliateNotificationName, string> = {
  affiliate_welcome: "affiliate",
  affiliate_approved: "affiliate",
  referral_joined: "affiliate_referral",
  month_closed: "affiliate_period",
  statement_sent: "affiliate_statement",
  payout_sent: "affiliate_payout",
  payout_failed: "affiliate_payout",
  agreement_asked: "affiliate_agreement",
}

/** What the idempotency keys of a notification begin with; the rest is the row's `key`. */
export const notificationKeyPrefix = (name: NotificationName): string => `medusa-plugin-affiliate:${name}:`

/** The notification for a row; null where the program has it switched off. */
export function composeNotification(
  name: AffiliateNotificationName,
  row: NotificationRow,
  portalUrl: string | null
): NotificationMessage | null {
  const { key, resource_id, customer, program } = row
  if (!normalizeNotifications(program.notifications)[name].is_enabled) return null
  return {
    to: customer.email,
    channel: "email",
    ...writtenAs(name, program, dataOf(row), portalUrl),
    trigger_type: name,
    resource_id,
    resource_type: RESOURCES[name],
    receiver_id: customer.id,
    idempotency_key: notificationKeyPrefix(name) + key,
  }
}

/** Template and data of an e-mail, and the plugin's own words where the program's template is the default. */
export function writtenAs(
  name: NotificationName,
  program: NotifyingProgram,
  data: Record<string, unknown>,
  portalUrl: string | null
): Pick<NotificationMessage, "template" | "data" | "content"> {
  const { template } = normalizeNotifications(program.notifications)[name]
  if (template !== defaultTemplate(name)) return { template, data }
  return { template, data, content: writeMail(name, data as unknown as MailData, { timezone: program.timezone, portalUrl }) }
}

/** What an e-mail is about. A referral's name comes out as affiliates may see it. */
export function dataOf({ customer, affiliate, program, facts }: NotificationRow): Record<string, unknown> {
  const { id, code, number, promo_code } = affiliate
  const link = affiliateLink(program.site_url, program.link_parameter, code)
  const { referral, ...others } = facts
  return {
    affiliate: { id, code, number, name: fullName(customer), link, promo_code },
    program: { id: program.id, name: program.name, handle: program.handle },
    ...others,
    ...(referral && { referral: maskReferral(referral) }),
  }
}

const maskReferral = ({ first_name, last_name, ...facts }: ReferralFacts) => ({ ...facts, name: maskedName({ first_name, last_name }) })

const fullName = ({ first_name, last_name }: NotificationRow["customer"]): string | null =>
  [first_name, last_name].filter((part) => part?.trim()).join(" ") || null
