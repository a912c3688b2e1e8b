import { buffer } from "node:stream/consumers"

import type { IssuedStatement } from "../../src/domain/statements/statement"
import { statementPdf } from "../../src/pdf/statement-pdf"

export interface Names {
  /** The lines of the recipient: a name, and an address. */
  recipient?: string[]
  issuer?: string
}

/** A statement with nothing on it but the names of who writes to whom. */
export const statementOf = ({ recipient: [name = "Anna Berg", ...address] = [], issuer = "Lampenladen" }: Names = {}): IssuedStatement => ({
  ...{ period: "2016-04", currency_code: "eur", status: "closed", opening_balance: "0.00", commissions: "0.00", adjustments: "0.00" },
  ...{ payouts: "0.00", closing_balance: "0.00", pending: "0.00", withheld: "0.00", budget: "0.00", number: "17" },
  issued_at: new Date("2016-05-01T00:00:00Z"),
  issuer: {
    ...{ name: issuer, address: null, tax_id: null, tax_note: null, is_self_billed: false, number_prefix: "" },
    ...{ program_name: "Friends", timezone: "UTC" },
  },
  recipient: { name, company: null, address: address.join("\n") || null, country_code: null, tax_id: null, affiliate_code: "anna" },
  agreement: null,
  lines: [],
})

export const pdfOf = async (names: Names = {}): Promise<Buffer> => buffer(await statementPdf([statementOf(names)]))
