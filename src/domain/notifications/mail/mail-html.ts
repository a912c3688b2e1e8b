import { escapeHtml } from "../../text/escape-html"

/** An e-mail's parts as plain text, filled in already. */
export interface MailParts {
  heading: string
  greeting: string
  paragraphs: string[]
  /** What the merchant wrote to the person. */
  quote: string | null
  rows: [label: string, value: string][]
  button: { label: string; url: string } | null
  footer: string
}

const FONT = "font-family:-apple-system,'Segoe UI',Roboto,Helvetica,Arial,sans-serif"
const TEXT = `${FONT};font-size:15px;line-height:1.55;color:#27272a`
const SMALL = `${FONT};font-size:13px;line-height:1.5;color:#71717a`

/**
 * An e-mail as HTML that mail programs show alike: tables, styles at each element, no images and nothing loaded from elsewhere. Everything in
 * it is text and is escaped, because people typed their own names.
 */
export const mailHtml = ({ heading, greeting, paragraphs, quote, rows, button, footer }: MailParts, locale: string): string =>
  `<!doctype html>
<html lang="${escapeHtml(locale)}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escapeHtml(heading)}</title></head>
<body style="margin:0;padding:0;background:#f4f4f5">
<table role="presentation" width="100%" cellpadding="0" cellspacing="0"><tr><td align="center" style="padding:32px 16px">
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" style="max-width:560px;background:#ffffff;border:1px solid #e4e4e7;border-radius:12px">
<tr><td style="padding:32px 32px 8px"><h1 style="margin:0;${FONT};font-size:22px;line-height:1.3;color:#18181b">${escapeHtml(heading)}</h1></td></tr>
<tr><td style="padding:8px 32px">${[greeting, ...paragraphs].map(paragraph).join("")}${quote === null ? "" : quoted(quote)}</td></tr>
${rows.length > 0 ? `<tr><td style="padding:8px 32px">${factTable(rows)}</td></tr>` : ""}
${button ? `<tr><td style="padding:16px 32px">${linkButton(button)}</td></tr>` : ""}
<tr><td style="padding:16px 32px 32px"><p style="margin:0;${SMALL}">${escapeHtml(footer)}</p></td></tr>
</table></td></tr></table>
</body>
</html>
`

const paragraph = (text: string): string => `<p style="margin:0 0 12px;${TEXT}">${escapeHtml(text)}</p>`

const quoted = (text: string): string =>
  `<p style="margin:0 0 12px;padding-left:12px;border-left:3px solid #d4d4d8;white-space:pre-line;${TEXT}">${escapeHtml(text)}</p>`

const factTable = (rows: MailParts["rows"]): string =>
  `<table role="presentation" width="100%" cellpadding="0" cellspacing="0" style="border-top:1px solid #e4e4e7">${rows.map(fact).join("")}</table>`

const fact = ([label, value]: [string, string]): string =>
  `<tr><td style="padding:10px 12px 10px 0;border-bottom:1px solid #e4e4e7;vertical-align:top;${SMALL}">${escapeHtml(label)}</td>` +
  `<td align="right" style="padding:10px 0;border-bottom:1px solid #e4e4e7;word-break:break-word;${TEXT}">${escapeHtml(value)}</td></tr>`

const linkButton = ({ label, url }: { label: string; url: string }): string =>
  `<a href="${escapeHtml(url)}" style="display:inline-block;padding:11px 18px;border-radius:8px;background:#18181b;color:#ffffff;` +
  `text-decoration:none;${FONT};font-size:15px;font-weight:600">${escapeHtml(label)}</a>`
