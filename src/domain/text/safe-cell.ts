/**
 * Where a spreadsheet would begin a formula: at the front of a text, or behind any of the separators that Excel and LibreOffice guess or ask
 * for, whatever the file's own is; = + - @, full-width ones too, behind any blanks and quotes they skip.
 */
const FORMULA = /(?<=^|[,;|\t\r\n\v\f\u0085\u2028\u2029])(?=(?:(?![,;|\t\r\n\v\f\u0085\u2028\u2029])[\s\p{Cc}\p{Cf}"])*[=+\-@＝＋－＠])/gu

/** A control character at the very front is dropped before the rest is read. */
const CONTROL_FIRST = /^(?=\p{Cc})/u

/**
 * A text as a cell of a CSV that people open in a spreadsheet (OWASP "CSV Injection", ASVS 5.0 1.2.10): where it would be read as a formula
 * it gets an apostrophe, every other stays as it is. Doing it twice changes nothing. Amounts are not texts and do not come here: a negative
 * one is no formula.
 *
 * @example safeCell("a;=HYPERLINK(1)") // "a;'=HYPERLINK(1)"
 */
export const safeCell = (text: string): string => text.replace(FORMULA, "'").replace(CONTROL_FIRST, "'")

/** The apostrophe that `safeCell` sets before a formula. */
const MARKED = /(?<=^|[,;|\t\r\n\v\f\u0085\u2028\u2029])'(?=(?:(?![,;|\t\r\n\v\f\u0085\u2028\u2029])[\s\p{Cc}\p{Cf}"])*[=+\-@＝＋－＠])/gu

/** The text that stands in a cell which `safeCell`, or another program with the same habit, has written. */
export const plainCell = (cell: string): string => cell.replace(/^'(?=\p{Cc})/u, "").replace(MARKED, "")
