import { month } from "../orders/explanation/words"
import { exactSum } from "../money/sums"
import { amountText, dateText, periodText, rateText } from "./figures"
import type { StatementRecipient } from "./statement-head"
import type { IssuedStatement, StatementLine } from "./statement"
import { eventWord, methodWord, reasonWord, WORDS } from "./statement-words"

/** A statement as it is printed, in words and figures, before anybody decides where on a page they stand. */
export interface StatementDocument {
  title: string
  number: string
  footer: string
  issuer: Party
  recipient: Party
  /** Number, period and the like. */
  facts: [label: string, value: string][]
  /** The balance and what moved it; the last one is the balance it ends with. */
  summary: [label: string, amount: string][]
  tables: DocumentTable[]
  notes: string[]
}

export interface Party {
  label: string
  /** The first one is the name. */
  lines: string[]
}

export interface DocumentTable {
  title: string
  columns: DocumentColumn[]
  rows: string[][]
  /** One cell per column. */
  total: string[]
  /** Said instead of rows where there are none. */
  empty?: string
}

export interface DocumentColumn {
  label: string
  /** What it holds: figures stand at the right, texts may take several lines. */
  holds: "code" | "date" | "text" | "figure"
}

/** Lays a statement out in words. */
export function statementDocument(statement: IssuedStatement): StatementDocument {
  const { issuer, recipient, number } = statement
  const [issuedBy, issuedFor] = issuer.is_self_billed
    ? ([WORDS.selfBilledCustomer, WORDS.selfBilledSupplier] as const)
    : ([WORDS.issuer, WORDS.recipient] as const)
  const taxId = issuer.tax_id === null ? [] : [WORDS.taxId(issuer.tax_id)]
  const withheld = statement.lines.filter(({ status }) => status === "withheld")
  return {
    title: WORDS.title,
    number,
    footer: WORDS.footer(issuer.name, number),
    issuer: { label: issuedBy, lines: [issuer.name, ...linesOf(issuer.address), ...taxId] },
    recipient: { label: issuedFor, lines: recipientLines(recipient) },
    facts: facts(statement),
    summary: summary(statement),
    tables: [commissions(statement), ...(withheld.length > 0 ? [withheldTable(statement, withheld)] : []), account(statement)],
    notes: [...(issuer.is_self_billed ? [WORDS.selfBilled] : []), ...linesOf(issuer.tax_note), WORDS.signs],
  }
}

const linesOf = (text: string | null): string[] => (text === null ? [] : text.split("\n").filter((line) => line.trim() !== ""))

function recipientLines({ name, company, address, country_code, tax_id, affiliate_code }: StatementRecipient): string[] {
  const country = country_code === null ? [] : linesOf(countryName(country_code))
  const who = [company, name].filter((line) => line !== null)
  return [...(who.length > 0 ? who : [affiliate_code]), ...linesOf(address), ...country, ...(tax_id === null ? [] : [WORDS.taxId(tax_id)])]
}

/** Medusa takes any text for a customer's country, and what is no country code is printed as written. */
const countryName = (code: string): string =>
  /^[a-z]{2}$/i.test(code) ? (new Intl.DisplayNames("en", { type: "region" }).of(code.toUpperCase()) ?? code) : code

function facts({ number, period, issued_at, currency_code, issuer, recipient, agreement }: IssuedStatement): [string, string][] {
  return [
    [WORDS.number, number],
    [WORDS.period, periodText(period, issuer.timezone)],
    [WORDS.issuedAt, dateText(issued_at, issuer.timezone)],
    [WORDS.currency, currency_code.toUpperCase()],
    [WORDS.program, issuer.program_name],
    [WORDS.affiliate, recipient.affiliate_code],
    ...(agreement ? [[WORDS.agreement, WORDS.agreementVersion(agreement.version, agreement.text_hash)] as [string, string]] : []),
  ]
}

function summary(statement: IssuedStatement): [string, string][] {
  const { opening_balance, commissions: earned, adjustments, payouts, closing_balance, currency_code } = statement
  const money = (amount: string): string => amountText(amount, currency_code)
  return [
    [WORDS.opening, money(opening_balance)],
    [WORDS.commissions, money(earned)],
    [WORDS.adjustments, money(adjustments)],
    [WORDS.payouts, money(payouts)],
    [WORDS.closing, `${money(closing_balance)} ${currency_code.toUpperCase()}`],
  ]
}

const COMMISSION_COLUMNS: DocumentColumn[] = [
  { label: WORDS.order, holds: "code" },
  { label: WORDS.date, holds: "date" },
  { label: WORDS.event, holds: "text" },
  { label: WORDS.expense, holds: "figure" },
  { label: WORDS.rate, holds: "figure" },
  { label: WORDS.commission, holds: "figure" },
]

function commissions(statement: IssuedStatement): DocumentTable {
  const credited = statement.lines.filter(({ status }) => status === "credited")
  const title = WORDS.commissionsOf(month(statement.period))
  return { ...commissionTable(statement, credited, () => ""), title, empty: WORDS.nothing }
}

function withheldTable(statement: IssuedStatement, withheld: StatementLine[]): DocumentTable {
  const table = commissionTable(statement, withheld, ({ reason }) => reasonWord(reason))
  const [, ...cells] = table.total
  return { ...table, title: WORDS.withheldOf(month(statement.period)), total: [WORDS.totalWithheld, ...cells] }
}

function commissionTable(
  { currency_code, issuer }: IssuedStatement,
  lines: StatementLine[],
  remark: (line: StatementLine) => string
): Omit<DocumentTable, "title"> {
  const money = (amount: string): string => amountText(amount, currency_code)
  const sum = (amounts: string[]): string => money(exactSum(amounts).toFixed())
  const rows = lines.map((line) => [
    orderText(line),
    dateText(line.occurred_at, issuer.timezone),
    [eventText(line), remark(line)].filter((text) => text !== "").join(". "),
    line.expense_amount === null ? "" : money(line.expense_amount),
    line.expense_amount === null ? "" : rateText(line.rate_percent ?? "0"),
    money(line.amount),
  ])
  const expenses = sum(lines.map(({ expense_amount }) => expense_amount ?? "0"))
  return { columns: COMMISSION_COLUMNS, rows, total: [WORDS.total, "", "", expenses, "", sum(lines.map(({ amount }) => amount))] }
}

/** An order that was deleted has only its id. */
const orderText = ({ order_display_id, order_id }: StatementLine): string =>
  order_display_id === null ? (order_id ?? "") : `#${order_display_id}`

const eventText = ({ kind, corrects_period }: StatementLine): string =>
  [eventWord(kind), ...(corrects_period === null ? [] : [WORDS.corrects(month(corrects_period))])].join(", ")

function account({ lines, currency_code, issuer, period, opening_balance, closing_balance }: IssuedStatement): DocumentTable {
  const money = (amount: string): string => amountText(amount, currency_code)
  const posted = lines.filter(({ type }) => type !== "commission")
  return {
    title: WORDS.account,
    columns: [
      { label: WORDS.date, holds: "date" },
      { label: WORDS.entry, holds: "text" },
      { label: WORDS.reference, holds: "text" },
      { label: WORDS.amount, holds: "figure" },
    ],
    rows: [
      ["", WORDS.opening, "", money(opening_balance)],
      ...posted.map((line) => [dateText(line.occurred_at, issuer.timezone), ...entryTexts(line, period), money(line.amount)]),
    ],
    total: [WORDS.closing, "", "", `${money(closing_balance)} ${currency_code.toUpperCase()}`],
  }
}

/** What was posted, and by which name somebody else knows it. */
function entryTexts({ type, payout_number, method, reason, reference }: StatementLine, period: string): [entry: string, reference: string] {
  if (type === "close") return [WORDS.credited(month(period)), ""]
  if (type === "adjustment") return [WORDS.adjustment, reason ?? ""]
  if (type === "payout") return [WORDS.payout(payout_number, methodWord(method)), reference ?? ""]
  return [WORDS.payoutReversal(payout_number), ""]
}
