import { NOTIFICATIONS, type NotificationName } from "../../notification-settings"
import { en } from "../en"
import { writeMail } from "../mail"
import type { MailData } from "../mail-data"

const program = { id: "affprog_1", name: "Friends", handle: "friends" }
const affiliate = { name: "Anna Berg", link: "https://shop.example.com/?ref=tqwx30x9", promo_code: "HI-7" }
const payout = { number: 17, amount: "62.40", currency_code: "eur", reference: null, reason: null, ended_at: "2026-05-01T22:30:00Z" }
const settings = { timezone: "Europe/Berlin", portalUrl: "https://api.example.com/affiliate/portal" }

const DATA: Record<NotificationName, MailData> = {
  affiliate_welcome: { program, affiliate },
  affiliate_approved: { program, affiliate },
  referral_joined: { program, affiliate, referral: { name: "O*** Ü.", joined_at: "2026-04-15T12:00:00Z" } },
  month_closed: {
    program,
    affiliate,
    period: "2026-04",
    amounts: [
      { currency_code: "eur", amount: "1240.50", outcome: "credited", order_count: 12, available_at: "2026-05-14T22:00:00Z" },
      { currency_code: "jpy", amount: "123", outcome: "withheld", order_count: 1, available_at: null },
    ],
  },
  statement_sent: { program, affiliate, statement: { period: "2026-04", currency_code: "eur", closing_balance: "62.40" } },
  payout_sent: { program, affiliate, payout: { ...payout, reference: "SEPA 2026-05" } },
  payout_failed: { program, affiliate, payout: { ...payout, reason: "Account closed" } },
  agreement_asked: { program, affiliate, agreement: { version: 2 } },
  invitation: {
    program,
    invitation: {
      commission_percent: "12.5",
      note: "We love your blog.\nSee you!",
      expires_at: "2026-05-31T22:00:00Z",
      url: "https://api.example.com/join",
    },
  },
}

describe("the plugin's own e-mails", () => {
  it.each(NOTIFICATIONS)("%s has a subject, a greeting, its facts, a button and nothing left to fill in", (name) => {
    const { subject, html, text } = writeMail(name, DATA[name], settings)
    for (const part of [subject, html, text]) expect(part).not.toMatch(/\{\{|\}\}|undefined|null|NaN|\[object/)
    expect(subject).not.toBe("")
    expect(html).toContain(name === "invitation" ? "Hello,<" : "Hello Anna Berg,")
    expect(html).toContain('<a href="https://api.example.com/')
    expect(html).not.toMatch(/<img|<link|<script|src=|url\(/)
    expect(text).toContain("Friends")
    expect(text).not.toContain("<")
  })

  it.each<[NotificationName, string, string[]]>([
    ["affiliate_welcome", "Welcome to Friends", ["Your link: https://shop.example.com/?ref=tqwx30x9", "Your promo code: HI-7"]],
    ["affiliate_approved", "You were accepted by Friends", ["Your link: https://shop.example.com/?ref=tqwx30x9", "Your promo code: HI-7"]],
    ["referral_joined", "A new customer came through you", ["Customer: O*** Ü.", "Since: April 15, 2026"]],
    [
      "month_closed",
      "April 2026 at Friends",
      ["Credited: €1,240.50", "Orders: 12", "Can be paid out from: May 15, 2026", "Withheld: ¥123", "Orders: 1"],
    ],
    ["statement_sent", "Your statement of April 2026", ["Balance: €62.40"]],
    ["payout_sent", "Your payout of €62.40", ["Amount: €62.40", "Payout: 17", "Paid on: May 2, 2026", "Reference: SEPA 2026-05"]],
    ["payout_failed", "Your payout of €62.40 did not arrive", ["Amount: €62.40", "Payout: 17", "Reason: Account closed"]],
    ["agreement_asked", "Please accept the agreement of Friends", ["Version: 2"]],
    ["invitation", "Friends invites you", ["> We love your blog.", "> See you!", "Your commission: 12.5%", "Valid until: June 1, 2026"]],
  ])("%s: %s", (name, subject, lines) => {
    const mail = writeMail(name, DATA[name], settings)
    expect(mail.subject).toBe(subject)
    const facts = mail.text.split("\n").filter((line) => /^(> |[A-Z][a-z ]{2,20}: )/.test(line))
    expect(facts).toEqual(lines)
  })

  it("has no button where the store has not said its address, and no line for what is missing", () => {
    const nobody = { program, affiliate: { ...affiliate, name: null, promo_code: null } }
    const { html, text } = writeMail("affiliate_welcome", nobody, { timezone: "UTC", portalUrl: null })
    expect(html).not.toContain("<a ")
    expect(html).toContain("Hello,<")
    expect(text).not.toContain("promo code")
  })

  it("takes whatever people typed as text", () => {
    const hostile = '"><script>alert(1)</script>\r\nBcc: all@example.com {{program}} $& $1'
    const named = {
      program: { ...program, name: hostile },
      affiliate: { ...affiliate, name: hostile, link: 'https://shop.example.com/?a&b="' },
    }
    const { subject, html } = writeMail("affiliate_welcome", named, settings)
    expect(subject).toBe('Welcome to "><script>alert(1)</script> Bcc: all@example.com {{program}} $& $1')
    expect(html).not.toContain("<script>")
    expect(html).toContain("&lt;script&gt;alert(1)&lt;/script&gt;")
    expect(html).toContain("?a&amp;b=&quot;")
    const invited = { program, invitation: { ...DATA.invitation.invitation!, note: hostile, url: 'https://x.example.com/"onclick="' } }
    expect(writeMail("invitation", invited, settings).html).not.toMatch(/<script>|"onclick="/)
  })

  it("shows every digit, and currencies that Intl does not know", () => {
    const paid = (amount: string, currency_code: string) =>
      writeMail("payout_sent", { program, affiliate, payout: { ...payout, amount, currency_code } }, settings).subject
    expect(paid("90071992547409931.25", "eur")).toBe("Your payout of €90,071,992,547,409,931.25")
    expect(paid("1.500", "kwd")).toContain("1.500")
    expect(paid("5", "points")).toBe("Your payout of 5 POINTS")
  })

  it("is written in the words of its language", () => {
    const texts = { ...en, locale: "de", greeting: "Hallo {{name}},", labels: { ...en.labels, paid_at: "Bezahlt am" } }
    const { html, text } = writeMail("payout_sent", DATA.payout_sent, { ...settings, texts })
    expect(html).toContain('<html lang="de">')
    expect(text).toContain("Hallo Anna Berg,")
    expect(text).toContain("Bezahlt am: 2. Mai 2026")
    expect(text.replace(/\u00a0/g, " ")).toContain("62,40 €")
  })
})
