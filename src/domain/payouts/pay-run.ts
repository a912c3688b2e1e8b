import { exactSum, withDigits } from "../money/sums"
import { fileFormatsOf, PAYOUT_FILES, type PayoutFileFormat } from "./files"
import { fileContent, type FileProblem, type PayoutToSend } from "./files/payout-file"

/** A payout of a run. */
export interface RunPayout extends PayoutToSend {
  id: string
  affiliate_id: string
  affiliate_code: string
  method: string
  status: "processing" | "paid" | "failed" | "canceled"
  /** Whether a provider was asked to pay it. */
  is_sent: boolean
  is_exported: boolean
}

/** The payouts of a run by one method in one currency. Amounts are exact. */
export interface PayRunGroup {
  method: string
  currency_code: string
  payout_count: number
  amount: string
  /** Those that are neither paid nor ended otherwise. */
  open_count: number
  open_amount: string
}

/** A payout that a file leaves out, and why. */
interface PayRunLeftOut {
  payout_id: string
  number: number
  affiliate_id: string
  affiliate_code: string
  amount: string
  code: FileProblem["code"]
}

/** A file that pays open payouts of a run. */
export interface PayRunFile {
  format: PayoutFileFormat
  method: string
  currency_code: string
  amount: string
  /** The payouts that it holds. */
  payout_ids: string[]
  /** How many of them stood in a file before. */
  exported_count: number
  left_out: PayRunLeftOut[]
}

/** A run by method and currency, in the order of their names. */
export const payRunGroups = (payouts: RunPayout[]): PayRunGroup[] =>
  grouped(payouts).map((own) => {
    const [{ method, currency_code }] = own
    const open = own.filter(({ status }) => status === "processing")
    return {
      ...{ method, currency_code, payout_count: own.length, amount: sumOf(own, currency_code) },
      ...{ open_count: open.length, open_amount: sumOf(open, currency_code) },
    }
  })

/** The files of a run, one for each format, method and currency: what is paid by hand and not paid yet. A file that would be empty is none. */
export const payRunFiles = (payouts: RunPayout[]): PayRunFile[] =>
  grouped(payouts.filter(({ status, is_sent }) => status === "processing" && !is_sent)).flatMap((own) => {
    const [{ method, currency_code }] = own
    return fileFormatsOf(method).flatMap((format) => {
      const { held, left_out } = fileContent(PAYOUT_FILES[format], own)
      if (held.length === 0) return []
      return {
        ...{ format, method, currency_code, amount: sumOf(held, currency_code), payout_ids: held.map(({ id }) => id) },
        exported_count: held.filter(({ is_exported }) => is_exported).length,
        left_out: left_out.map(({ code, payout: { id, number, affiliate_id, affiliate_code, amount } }) => ({
          ...{ payout_id: id, number, affiliate_id, affiliate_code, amount, code },
        })),
      }
    })
  })

type Group = [RunPayout, ...RunPayout[]]

function grouped(payouts: RunPayout[]): Group[] {
  const groups = new Map<string, Group>()
  for (const payout of payouts) {
    const key = `${payout.method} ${payout.currency_code}`
    const group = groups.get(key)
    if (group) group.push(payout)
    else groups.set(key, [payout])
  }
  return [...groups].sort(([one], [other]) => (one < other ? -1 : 1)).map(([, group]) => group)
}

const sumOf = (payouts: RunPayout[], currency: string): string => withDigits(exactSum(payouts.map(({ amount }) => amount)), currency)
