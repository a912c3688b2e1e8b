import { BANK_FILE } from "./bank"
import type { PayoutFileFormat } from "./payout-file"
import { PAYPAL_FILE } from "./paypal"
import { WISE_FILE } from "./wise"

export const PAYOUT_FILES = { bank: BANK_FILE, paypal: PAYPAL_FILE, wise: WISE_FILE } satisfies Record<string, PayoutFileFormat>

/** The files that payouts of a method can stand in. */
export const fileFormatsOf = (method: string): string[] =>
  Object.entries(PAYOUT_FILES)
    .filter(([, file]) => file.method === method)
    .map(([name]) => name)
