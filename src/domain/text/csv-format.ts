/**
 * How every CSV file is written (RFC 4180). A cell with a line break of any kind stands in quotes, because an unquoted one would end the
 * row, and the text after it could begin a row with a formula. csv-stringify's default does not quote it where a delimiter is named.
 */
export const CSV_FORMAT = { record_delimiter: "windows", quote_record_delimiter: true } as const
