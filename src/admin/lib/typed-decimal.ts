/**
 * What somebody typed as a number, as the API takes it. In a language whose decimals follow a comma, "7,5" is 7.5 and "1.234,50" is 1234.50.
 * A number without a comma stays as it is, because a point is a decimal point wherever the API is spoken of. What is no number stays too: the
 * form says so.
 */
export function typedDecimal(text: string, locale: string | undefined): string {
  const { decimal, group } = separatorsOf(locale)
  if (decimal !== "," || !text.includes(",")) return text
  const [whole = "", fraction, more] = text.trim().split(",")
  const grouped = new RegExp(`^-?\\d{1,3}(?:[${group}\\s]\\d{3})+$`)
  const digits = grouped.test(whole) ? whole.replace(/[^\d-]/g, "") : whole
  return more === undefined && /^-?\d+$/.test(digits) && /^\d+$/.test(fraction ?? "") ? `${digits}.${fraction}` : text
}

/** A number of the API as one reads it in the language: 7.5 is "7,5" where decimals follow a comma. */
export const shownDecimal = (text: string, locale: string | undefined): string =>
  separatorsOf(locale).decimal === "," && /^-?\d+\.\d+$/.test(text) ? text.replace(".", ",") : text

function separatorsOf(locale: string | undefined): { decimal: string; group: string } {
  const parts = new Intl.NumberFormat(locale).formatToParts(-123456.7)
  const part = (type: Intl.NumberFormatPartTypes): string => parts.find((candidate) => candidate.type === type)?.value ?? ""
  return { decimal: part("decimal"), group: part("group") }
}
