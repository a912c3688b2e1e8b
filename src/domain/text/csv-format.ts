/** How amounts are written: 62.40 or 62,40. Banks, PayPal accounts and spreadsheets of some countries read the one, of others the other. */
export const DECIMAL_SIGNS = ["point", "comma"] as const
export type DecimalSign = (typeof DECIMAL_SIGNS)[number]

/** A decimal string of ours as the receiver reads it. */
export const withDecimalSign = (amount: string, sign: DecimalSign): string => (sign === "comma" ? amount.replace(".", ",") : amount)

/**
 * How every CSV file is written (RFC 4180). A cell with a line break of any kind stands in quotes, because an unquoted one would end the
 * row, and the text after it could begin a row with a formula. csv-stringify's default does not quote it where a delimiter is named.
 */
export const CSV_FORMAT = { record_delimiter: "windows", quote_record_delimiter: true } as const

/** For people: where amounts have a comma, spreadsheets part columns by semicolons. */
export const csvFormat = (sign: DecimalSign) => ({ ...CSV_FORMAT, delimiter: sign === "comma" ? ";" : "," })
