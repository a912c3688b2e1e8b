/**
 * What a spreadsheet takes for a formula: = + - @, full-width ones too, behind any blanks and quotes it skips; and a control character at
 * the very front, which it drops before it reads on.
 */
const READ_AS_FORMULA = /^(?:\p{Cc}|[\s\p{Cc}\p{Cf}"]*[=+\-@＝＋－＠])/u

/**
 * A text as a cell of a CSV that people open in a spreadsheet (OWASP "CSV Injection", ASVS 5.0 1.2.10): one that would be read as a
 * formula gets an apostrophe in front, every other stays as it is. Doing it twice changes nothing. Amounts are not texts and do not come
 * here: a negative one is no formula.
 *
 * @example safeCell("=HYPERLINK(1)") // "'=HYPERLINK(1)"
 */
export const safeCell = (text: string): string => (READ_AS_FORMULA.test(text) ? `'${text}` : text)
