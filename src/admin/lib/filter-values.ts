/**
 * The value or values of a table's filter in the page's address, undefined for an unset filter. The table writes JSON: `"active"`,
 * `["active","paused"]`, and `null` for a filter that was opened and not set yet. An address written by hand may say `active`.
 */
export function filterValues(raw: string | undefined): string | string[] | undefined {
  if (!raw) return undefined
  const value = parsed(raw)
  if (!Array.isArray(value)) return toText(value)
  const texts = value.flatMap((one) => toText(one) ?? [])
  return texts.length > 0 ? texts : undefined
}

/** The value of a filter by yes or no: both chosen are as good as none, and the routes take one. */
export const oneValue = <Value>(value: Value | Value[] | undefined): Value | undefined => {
  if (!Array.isArray(value)) return value
  return value.length === 1 ? value[0] : undefined
}

function parsed(raw: string): unknown {
  try {
    return JSON.parse(raw)
  } catch {
    return raw
  }
}

/** Undefined for null, empty text and objects, which are no values. */
const toText = (value: unknown): string | undefined =>
  typeof value === "string" || typeof value === "number" || typeof value === "boolean" ? String(value) || undefined : undefined
