import { periodAt } from "../../periods/period"
import type { ExplainedCommission, ExplainedLine, OrderExplanation } from "./order-explanation"
import { because } from "./reasons"
import { day, moment, money, month, nameOf, sign, startSentence } from "./words"

const HAPPENED: Record<Exclude<ExplainedCommission["kind"], "order">, (when: string) => string> = {
  edit: (when) => `the order was edited on ${when}`,
  return: (when) => `goods came back on ${when}`,
  refund: (when) => `money was given back on ${when}`,
  cancel: (when) => `the order was canceled on ${when}`,
  claim: (when) => `a claim was settled on ${when}`,
  exchange: (when) => `goods were exchanged on ${when}`,
  reassign: () => "the order changed hands",
}

/** What the order earned, and every change of it since, each in its month. */
export const tellCommissions = ({ commissions, timezone }: OrderExplanation): string[] =>
  commissions.map((row) => {
    const what = `${effect(row)} in ${month(row.period)}${why(row, timezone)}.`
    return startSentence(`${cause(row, timezone)}${what}`)
  })

function cause({ kind, cause_type, expense_amount, currency_code, occurred_at }: ExplainedCommission, timezone: string): string {
  const when = moment(occurred_at, timezone)
  if (kind !== "order") return `${HAPPENED[kind](when)}, which `
  return cause_type === "order_transaction"
    ? `a payment arrived on ${when}, which `
    : `what counts of it, ${money(expense_amount, currency_code)}, `
}

function effect({ amount, currency_code, affiliate_name, affiliate_code }: ExplainedCommission): string {
  const name = nameOf({ name: affiliate_name, code: affiliate_code })
  if (sign(amount) < 0) return `takes back ${money(amount, currency_code)} from ${name}`
  return `earns ${name} ${money(amount, currency_code)}`
}

/** A row counts in the month it happened in; in a later one when that was closed. What it corrects stays as it was closed. */
function why({ period, corrects_period, corrects_closed_period, occurred_at }: ExplainedCommission, timezone: string): string {
  const happened = periodAt(occurred_at, timezone)
  if (happened !== period) return `, because ${month(happened)} is closed`
  return corrects_period !== null && corrects_closed_period ? `, because ${month(corrects_period)} is closed` : ""
}

/** What became of it: what is pending, what each close did with it, and what is left of it altogether. */
export function tellMonths({ commissions, timezone }: OrderExplanation, now: Date): string[] {
  const months = groups(commissions, ({ affiliate_id, program_id, period, currency_code, line }) =>
    [affiliate_id, program_id, period, currency_code, line?.id].join()
  )
  return [...months.map((rows) => tellMonth(rows, timezone, now)), ...tellTotals(commissions)]
}

function tellMonth(rows: Group, timezone: string, now: Date): string {
  const [{ line, status, currency_code, affiliate_name, affiliate_code, period }] = rows
  const name = nameOf({ name: affiliate_name, code: affiliate_code })
  const amounts = rows.map(({ amount }) => amount)
  const paid = money(amounts, currency_code)
  const isDebit = sign(amounts) < 0
  if (status === "pending") return `${paid} ${isDebit ? "less" : "more"} for ${name} are pending until ${month(period)} is closed.`
  const close = `The close of ${month(period)}`
  if (status === "withheld")
    return `${close} withheld ${isDebit ? "minus " : ""}${paid} of ${name}, because ${because(line?.reason ?? "unknown")}.`
  const credited = isDebit ? `debited ${name} ${paid}` : `credited ${name} ${paid}`
  return `${close} ${credited}${line ? tellLine(line, currency_code, timezone, now) : ""}.`
}

/** The ledger knows whole months only: an entry is of the line, and the order has a part in it. */
function tellLine({ amount, available_at, ledger_entries }: ExplainedLine, currency_code: string, timezone: string, now: Date): string {
  const available = `, available ${available_at <= now ? "since" : "from"} ${day(available_at, timezone)}`
  const entry = ledger_entries.find(({ account }) => account === "affiliate")
  const whole = `${sign(amount) < 0 ? "minus " : ""}${money(amount, currency_code)}`
  return entry ? `${available}, as a part of ${whole} (ledger entry ${entry.id})` : available
}

function tellTotals(commissions: ExplainedCommission[]): string[] {
  if (commissions.length < 2) return []
  return groups(commissions, ({ affiliate_id, currency_code }) => `${affiliate_id},${currency_code}`).map((rows) => {
    const [{ affiliate_name, affiliate_code, currency_code }] = rows
    const amounts = rows.map(({ amount }) => amount)
    const total = `${sign(amounts) < 0 ? "minus " : ""}${money(amounts, currency_code)}`
    return `Altogether the order earns ${nameOf({ name: affiliate_name, code: affiliate_code })} ${total}.`
  })
}

type Group = [ExplainedCommission, ...ExplainedCommission[]]

function groups(rows: ExplainedCommission[], keyOf: (row: ExplainedCommission) => string): Group[] {
  const found = new Map<string, Group>()
  for (const row of rows) {
    const group = found.get(keyOf(row))
    if (group) group.push(row)
    else found.set(keyOf(row), [row])
  }
  return [...found.values()]
}
