import { InvalidInput } from "../errors"
import { plainCode } from "../text/plain-text"

/** The e-mails that the store's notification providers can send to affiliates. */
export const AFFILIATE_NOTIFICATIONS = [
  "affiliate_welcome",
  "affiliate_approved",
  "referral_joined",
  "month_closed",
  "statement_sent",
  "payout_sent",
  "payout_failed",
  "agreement_asked",
] as const
export type AffiliateNotificationName = (typeof AFFILIATE_NOTIFICATIONS)[number]

/** With the one to somebody who is to become an affiliate. */
export const NOTIFICATIONS = [...AFFILIATE_NOTIFICATIONS, "invitation"] as const
export type NotificationName = (typeof NOTIFICATIONS)[number]

export interface NotificationSetting {
  is_enabled: boolean
  /** The provider's template. As long as it has the default's name, the plugin writes the e-mail and hands it over with the name. */
  template: string
}

export type NotificationSettings = Record<NotificationName, NotificationSetting>

const TEMPLATE = /^[\w.:-]{1,200}$/

/**
 * Switches and templates of a program, each notification with its defaults: on, and a template called as it is (`affiliate-month-closed`).
 * What is left out stays as it was `before`.
 *
 * @throws InvalidInput that names the notification.
 */
export function normalizeNotifications(
  input: Record<string, unknown> | NotificationSettings | null,
  before?: NotificationSettings
): NotificationSettings {
  const given: Record<string, unknown> = { ...input }
  const unknown = Object.keys(given).find((name) => !(NOTIFICATIONS as readonly string[]).includes(name))
  if (unknown !== undefined) throw new InvalidInput(`notifications.${unknown.slice(0, 50)}`, `must be one of ${NOTIFICATIONS.join(", ")}`)
  const entries = NOTIFICATIONS.map((name) => [name, normalizeOne(name, given[name] ?? {}, before?.[name])] as const)
  return Object.fromEntries(entries) as NotificationSettings
}

function normalizeOne(name: NotificationName, input: unknown, before?: NotificationSetting): NotificationSetting {
  const field = `notifications.${name}`
  if (typeof input !== "object" || input === null) throw new InvalidInput(field, "must be { is_enabled, template }")
  const given: Partial<Record<keyof NotificationSetting, unknown>> = { ...before, ...input }
  const { is_enabled = true, template: typed = defaultTemplate(name) } = given
  if (typeof is_enabled !== "boolean") throw new InvalidInput(`${field}.is_enabled`, "must be true or false")
  const template = typeof typed === "string" ? plainCode(typed) : ""
  if (!TEMPLATE.test(template)) {
    throw new InvalidInput(`${field}.template`, "must be the provider's name of a template: letters, digits, . : - and _")
  }
  return { is_enabled, template }
}

export const defaultTemplate = (name: NotificationName): string =>
  name.startsWith("affiliate_") ? name.replaceAll("_", "-") : `affiliate-${name.replaceAll("_", "-")}`
