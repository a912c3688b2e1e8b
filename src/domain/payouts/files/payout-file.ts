import { InvalidInput } from "../../errors"
import { withDecimalSign, type DecimalSign } from "../../text/csv-format"

/** A payout on its way and where it goes. The amount is a decimal string in major units, with the currency's digits. */
export interface PayoutToSend {
  number: number
  amount: string
  currency_code: string
  /** As the affiliate's form stored them; null or empty where there are none, or none any more. */
  details: Record<string, string> | null
}

/** A file that somebody else's system reads: what stands in it is not ours to decide. */
export interface PayoutFileFormat {
  /** The payouts that may stand in it. */
  method: string
  /** None where the reader takes the first line for a payment. */
  header: string[] | null
  /** More and the reader refuses the file. */
  max_payouts: number
  has_one_currency: boolean
  /** The decimal signs its readers take, each with what parts the columns then. */
  delimiters: { point: string; comma: string | null }
  /** What keeps a payout with all its details out of the file; null when nothing does. */
  problem(payout: PayoutToSend): string | null
  /** The cells of a payout; null when its details do not say where it goes. */
  row(payout: PayoutToSend, details: Record<string, string>): string[] | null
}

/** What a payment carries, and its recipient and our books know it by. It fits every reader: letters, digits and a dash. */
export const paymentReference = ({ number }: Pick<PayoutToSend, "number">): string => `AFF-${number}`

/**
 * The lines of a file, header first. All payouts or none: a file that leaves some out looks like one that holds all.
 *
 * @throws InvalidInput that names the payouts which cannot stand in it, or `decimal` when its readers do not take the sign.
 */
export function payoutFileLines(format: PayoutFileFormat, payouts: PayoutToSend[], sign: DecimalSign = "point"): string[][] {
  if (format.delimiters[sign] === null) throw new InvalidInput("decimal", `must be point: ${format.method} reads no comma`)
  if (payouts.length === 0) throw new InvalidInput("format", `none of these payouts is on its way by ${format.method}`)
  if (payouts.length > format.max_payouts)
    throw new InvalidInput("format", `a file holds at most ${format.max_payouts} payouts: narrow them by a filter`)
  requireOneCurrency(format, payouts)

  const rows: string[][] = []
  const problems = new Map<string, number[]>()
  for (const payout of payouts) {
    const written = { ...payout, amount: withDecimalSign(payout.amount, sign) }
    const row = format.row(written, payout.details ?? {})
    const problem = row ? format.problem(payout) : "without payout details"
    if (problem !== null) problems.set(problem, [...(problems.get(problem) ?? []), payout.number])
    else if (row) rows.push(row)
  }
  if (problems.size > 0) {
    const named = [...problems].map(([problem, numbers]) => `${listed(numbers)} (${problem})`)
    throw new InvalidInput("format", `cannot hold ${named.join(", ")}: end these payouts, or pick the others by has_details or id`)
  }
  return format.header ? [format.header, ...rows] : rows
}

function requireOneCurrency({ has_one_currency }: PayoutFileFormat, payouts: PayoutToSend[]): void {
  const currencies = [...new Set(payouts.map(({ currency_code }) => currency_code))].sort()
  if (has_one_currency && currencies.length > 1)
    throw new InvalidInput("currency_code", `must be given: a file has one currency, and these payouts have ${currencies.join(", ")}`)
}

const NAMED = 20

function listed(numbers: number[]): string {
  const more = numbers.length - NAMED
  const named = `${numbers.length > 1 ? "payouts" : "payout"} ${numbers.slice(0, NAMED).join(", ")}`
  return more > 0 ? `${named} and ${more} more` : named
}
