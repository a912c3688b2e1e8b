/**
 * How every CSV here is written (RFC 4180). A cell with a line break of any kind stands in quotes: bare, it would end the row, and what
 * follows it would begin one, as a formula perhaps. The library's own default forgets that where the delimiter is named.
 */
export const CSV_FORMAT = { record_delimiter: "windows", quote_record_delimiter: true } as const
