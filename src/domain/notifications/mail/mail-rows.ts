import type { MailAmount, MailData } from "./mail-data"
import type { MailFormat } from "./mail-format"
import type { MailLabel } from "./mail-texts"

export type MailRow = [label: MailLabel, value: string]

/** What `{{…}}` stands for in the texts of an e-mail. */
export const mailValues = (
  { program, affiliate, referral, statement, period = statement?.period, payout, agreement, invitation }: MailData,
  format: MailFormat
) => ({
  program: program.name,
  name: affiliate?.name ?? "",
  referral: referral?.name ?? "",
  month: period ? format.month(period) : "",
  amount: payout ? format.money(payout.amount, payout.currency_code) : "",
  version: String(agreement?.version ?? ""),
  rate: invitation ? format.percent(invitation.commission_percent) : "",
})

/** The facts below the text, each in a line of its own. Facts that are missing have no line. */
export function mailRows(
  { affiliate, referral, amounts, statement, payout, agreement, invitation, period }: MailData,
  format: MailFormat
): MailRow[] {
  if (referral) {
    return [
      ["referral", referral.name],
      ["joined_at", format.date(referral.joined_at)],
    ]
  }
  if (period) return (amounts ?? []).flatMap((amount) => amountRows(amount, format))
  if (statement) return [["closing_balance", format.money(statement.closing_balance, statement.currency_code)]]
  if (payout) {
    return given([
      ["amount", format.money(payout.amount, payout.currency_code)],
      ["number", String(payout.number)],
      ["paid_at", payout.reason === null && payout.ended_at ? format.date(payout.ended_at) : null],
      ["reference", payout.reference],
      ["reason", payout.reason],
    ])
  }
  if (agreement) return [["version", String(agreement.version)]]
  if (invitation) {
    return [
      ["rate", format.percent(invitation.commission_percent)],
      ["expires_at", format.date(invitation.expires_at)],
    ]
  }
  return given([
    ["affiliate_link", affiliate?.link ?? null],
    ["promo_code", affiliate?.promo_code ?? null],
  ])
}

const amountRows = ({ amount, currency_code, outcome, order_count, available_at }: MailAmount, format: MailFormat): MailRow[] =>
  given([
    [outcome === "withheld" ? "withheld" : "credited", format.money(amount, currency_code)],
    ["orders", String(order_count)],
    ["available_at", outcome === "credited" && available_at ? format.date(available_at) : null],
  ])

const given = (rows: [MailLabel, string | null][]): MailRow[] => rows.filter((row): row is MailRow => row[1] !== null && row[1] !== "")
