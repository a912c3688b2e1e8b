import { because } from "../orders/explanation/reasons"
import { startSentence } from "../orders/explanation/words"

/** Every word of a statement as a document. Accountants read it, so it is plain and says no more than it must. */
export const WORDS = {
  title: "Commission statement",
  issuer: "Issued by",
  recipient: "For",
  number: "Statement no.",
  period: "Period",
  issuedAt: "Date of issue",
  currency: "Currency",
  program: "Program",
  affiliate: "Affiliate",
  agreement: "Agreement",
  taxId: (id: string) => `Tax no. ${id}`,
  agreementVersion: (version: number, hash: string) => `Version ${version} (${hash.slice(0, 12)})`,
  opening: "Opening balance",
  closing: "Closing balance",
  commissions: "Commissions",
  adjustments: "Adjustments",
  payouts: "Payouts",
  commissionsOf: (month: string) => `Commissions of ${month}`,
  withheldOf: (month: string) => `Withheld commissions of ${month}, in no balance`,
  total: "Total",
  totalWithheld: "Total withheld",
  account: "Account",
  order: "Order",
  date: "Date",
  event: "Event",
  reason: "Reason",
  expense: "Expense",
  rate: "Rate",
  commission: "Commission",
  entry: "Entry",
  reference: "Reference",
  amount: "Amount",
  credited: (month: string) => `Commissions of ${month}, credited`,
  adjustment: "Adjustment",
  payout: (number: number | null, method: string) => `Payout ${number ?? ""}, ${method}`,
  payoutReversal: (number: number | null) => `Payout ${number ?? ""} came back`,
  corrects: (month: string) => `corrects ${month}`,
  nothing: "Nothing was earned in this month.",
  selfBilled:
    "Self-billing: this document is issued by the recipient of the service, in the name and on behalf of the affiliate who supplied it.",
  selfBilledSupplier: "Supplier",
  selfBilledCustomer: "Issued by (recipient of the service)",
  signs: "Amounts are signed: what is owed to the affiliate is positive, what was paid out or taken back is negative.",
  footer: (issuer: string, number: string) => `${issuer} · Statement ${number}`,
  page: (page: number, pages: number) => `Page ${page} of ${pages}`,
} as const

const EVENTS: Record<string, string> = {
  order: "Order",
  edit: "Order changed",
  return: "Return",
  refund: "Refund",
  cancel: "Cancellation",
  claim: "Claim",
  exchange: "Exchange",
  reassign: "Order reassigned",
  tier: "Tier of the month",
  new_customer: "Bonus for new customers",
  welcome: "Welcome bonus",
  limit: "Limit of the month",
  budget: "Program's budget",
}

const METHODS: Record<string, string> = { transfer: "bank transfer", paypal: "PayPal", wise: "Wise", store_credit: "store credit" }

/** What happened to an order, or to the month. */
export const eventWord = (kind: string | null): string => EVENTS[kind ?? ""] ?? ""

/** How money was paid; a store's own methods are called what the store calls them. */
export const methodWord = (method: string | null): string => METHODS[method ?? ""] ?? (method ?? "").replaceAll("_", " ")

/** Why something was withheld. */
export const reasonWord = (reason: string | null): string => (reason === null ? "" : startSentence(because(reason)))
