import { BANK_FILE } from "./bank"
import type { PayoutFile } from "./payout-file"
import { PAYPAL_FILE } from "./paypal"
import { SEPA_FILE } from "./sepa"
import { WISE_FILE } from "./wise"

export const CSV_PAYOUT_FILES = { bank: BANK_FILE, paypal: PAYPAL_FILE, wise: WISE_FILE }

export const PAYOUT_FILES = { ...CSV_PAYOUT_FILES, sepa: SEPA_FILE } satisfies Record<string, PayoutFile>
export type PayoutFileFormat = keyof typeof PAYOUT_FILES

/** The files that payouts of a method can stand in. */
export const fileFormatsOf = (method: string): PayoutFileFormat[] =>
  (Object.keys(PAYOUT_FILES) as PayoutFileFormat[]).filter((format) => PAYOUT_FILES[format].method === method)
