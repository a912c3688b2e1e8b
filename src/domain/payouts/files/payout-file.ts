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

/** Why a file cannot hold a payout. */
export interface FileProblem {
  code: "no_payout_details" | "currency_not_supported" | "amount_not_supported" | "no_iban" | "outside_sepa" | "name_not_latin"
  /** In words, without a payout's name in front. */
  reason: string
}

export const NO_DETAILS: FileProblem = { code: "no_payout_details", reason: "without payout details" }

/** A file that somebody else's system reads: what stands in it is not ours to decide. */
export interface PayoutFile {
  /** The payouts that may stand in it. */
  method: string
  /** More and the reader refuses the file. */
  max_payouts: number
  has_one_currency: boolean
  /** What keeps a payout out of the file; null when nothing does. */
  problem(payout: PayoutToSend, details: Record<string, string>): FileProblem | null
}

export interface CsvPayoutFile extends PayoutFile {
  /** None where the reader takes the first line for a payment. */
  header: string[] | null
  /** The decimal signs its readers take, each with what parts the columns then. */
  delimiters: { point: string; comma: string | null }
  /** The cells of a payout that nothing keeps out. */
  row(payout: PayoutToSend, details: Record<string, string>): string[]
}

/** What a payment carries, and its recipient and our books know it by. It fits every reader: letters, digits and a dash. */
export const paymentReference = ({ number }: Pick<PayoutToSend, "number">): string => `AFF-${number}`

export interface LeftOut<Payout extends PayoutToSend> extends FileProblem {
  payout: Payout
}

/** What a file holds of the payouts that it was asked to hold, and what it cannot hold. */
export interface FileContent<Payout extends PayoutToSend> {
  held: Payout[]
  left_out: LeftOut<Payout>[]
}

/** Parts payouts into those that a file can hold and those that it cannot. */
export function fileContent<Payout extends PayoutToSend>(file: PayoutFile, payouts: Payout[]): FileContent<Payout> {
  const content: FileContent<Payout> = { held: [], left_out: [] }
  for (const payout of payouts) {
    const problem = file.problem(payout, payout.details ?? {})
    if (problem) content.left_out.push({ ...problem, payout })
    else content.held.push(payout)
  }
  return content
}

/** @throws InvalidInput when there is nothing to put into the file, or more than its reader takes, or several currencies. */
export function requireFileContent(file: PayoutFile, { held, left_out }: FileContent<PayoutToSend>): void {
  if (held.length + left_out.length === 0) throw new InvalidInput("format", `none of these payouts is on its way by ${file.method}`)
  if (held.length === 0) throw new InvalidInput("format", `cannot hold ${namedLeftOut(left_out)}`)
  if (held.length > file.max_payouts)
    throw new InvalidInput("format", `a file holds at most ${file.max_payouts} payouts: narrow them by a filter`)
  const currencies = [...new Set(held.map(({ currency_code }) => currency_code))].sort()
  if (file.has_one_currency && currencies.length > 1)
    throw new InvalidInput("currency_code", `must be given: a file has one currency, and these payouts have ${currencies.join(", ")}`)
}

/** The lines of a CSV file, header first. @throws InvalidInput naming `decimal` when its readers do not take the sign. */
export function csvLines(file: CsvPayoutFile, held: PayoutToSend[], sign: DecimalSign = "point"): string[][] {
  if (file.delimiters[sign] === null) throw new InvalidInput("decimal", `must be point: ${file.method} reads no comma`)
  const rows = held.map((payout) => file.row({ ...payout, amount: withDecimalSign(payout.amount, sign) }, payout.details ?? {}))
  return file.header ? [file.header, ...rows] : rows
}

/** Those that a file leaves out, for people: `payouts 8, 9 (without payout details)`. */
export function namedLeftOut(left_out: LeftOut<PayoutToSend>[]): string {
  const numbers = new Map<string, number[]>()
  for (const { reason, payout } of left_out) numbers.set(reason, [...(numbers.get(reason) ?? []), payout.number])
  return [...numbers].map(([reason, own]) => `${listed(own)} (${reason})`).join(", ")
}

const NAMED = 20

function listed(numbers: number[]): string {
  const more = numbers.length - NAMED
  const named = `${numbers.length > 1 ? "payouts" : "payout"} ${numbers.slice(0, NAMED).join(", ")}`
  return more > 0 ? `${named} and ${more} more` : named
}
