import type { AffiliateNotificationName } from "./notification-settings"
import type { NotificationRow, NotifyingProgram } from "./notification"

const AT = "2026-04-15T12:00:00Z"

const PAYOUT = {
  ...{ id: "affpay_example", number: 17, amount: "62.40", currency_code: "eur", method: "transfer" },
  ...{ reference: "2026-05 / 17", reason: null, created_at: AT, ended_at: AT },
}

const FACTS: Record<AffiliateNotificationName, NotificationRow["facts"]> = {
  affiliate_welcome: {},
  affiliate_approved: {},
  referral_joined: { referral: { id: "affref_example", source: "link", first_name: "Otto", last_name: "Berg", joined_at: AT } },
  month_closed: {
    period: "2026-04",
    closed_at: AT,
    amounts: [
      {
        ...{ currency_code: "eur", amount: "62.40", expense_amount: "624.00", order_count: 12 },
        ...{ outcome: "credited", reason: null, available_at: AT },
      },
    ],
  },
  statement_sent: { statement: { id: "affstm_example", period: "2026-04", currency_code: "eur", closing_balance: "62.40" } },
  payout_sent: { payout: PAYOUT },
  payout_failed: { payout: { ...PAYOUT, reference: null, reason: "The account does not exist" } },
  agreement_asked: { agreement: { version: 2, is_required: true } },
}

/** What an e-mail would be about, for a program in which it has not happened yet. */
export const exampleRow = (name: AffiliateNotificationName, program: NotifyingProgram): NotificationRow => ({
  key: "example",
  resource_id: "example",
  customer: { id: "cus_example", email: "anna@example.com", first_name: "Anna", last_name: "Bell" },
  affiliate: { id: "aff_example", code: "example", number: 1, promo_code: null },
  program,
  facts: FACTS[name],
})
