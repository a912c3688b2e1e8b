import type { NotificationName } from "../notification-settings"
import { en } from "./en"
import type { MailData } from "./mail-data"
import { mailFormat } from "./mail-format"
import { mailHtml, type MailParts } from "./mail-html"
import { mailRows, mailValues } from "./mail-rows"
import type { MailTexts } from "./mail-texts"

/** An e-mail as a notification provider sends it. */
export interface Mail {
  subject: string
  html: string
  text: string
}

export interface MailSettings {
  /** Dates are those of this zone. */
  timezone: string
  /** Where the portal is; null where the store has not said its public address, and then there is no button. */
  portalUrl: string | null
  texts?: MailTexts
}

/** The e-mail that the plugin writes where a program has no template of its own. */
export function writeMail(name: NotificationName, data: MailData, { timezone, portalUrl, texts = en }: MailSettings): Mail {
  const format = mailFormat(texts.locale, timezone)
  const values = mailValues(data, format)
  const fill = (text: string): string => text.replace(/\{\{(\w+)\}\}/g, (_, key: string) => oneLine(values[key as keyof typeof values]))
  const { subject, heading, body, button } = texts.mails[name]
  const url = data.invitation?.url ?? portalUrl
  const parts: MailParts = {
    heading: fill(heading),
    greeting: fill(values.name ? texts.greeting : texts.plainGreeting),
    paragraphs: body.map(fill),
    quote: data.invitation?.note ?? null,
    rows: mailRows(data, format).map(([label, value]) => [texts.labels[label], value]),
    button: url ? { label: fill(button), url } : null,
    footer: fill(texts.footer),
  }
  return { subject: fill(subject), html: mailHtml(parts, texts.locale), text: mailText(parts) }
}

/** A name may hold anything; a line break in a subject would begin another header. */
const oneLine = (text: string): string => text.replace(/\s+/g, " ").trim()

function mailText({ heading, greeting, paragraphs, quote, rows, button, footer }: MailParts): string {
  const facts = rows.map(([label, value]) => `${label}: ${value}`).join("\n")
  const link = button && `${button.label}:\n${button.url}`
  const quoted = quote?.replace(/^/gm, "> ")
  return `${[heading, greeting, ...paragraphs, quoted, facts, link, footer].filter(Boolean).join("\n\n")}\n`
}
