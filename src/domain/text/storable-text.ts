/** PostgreSQL has no place for a NUL character in a text, nor for half of a surrogate pair in JSON. */
const isStorable = (text: string): boolean => !text.includes("\0") && !/\p{Surrogate}/u.test(text)

/**
 * Looks for text that PostgreSQL cannot store anywhere in a request. Without recursion, because the sender decides how deep it is nested.
 *
 * @returns the name of the field it stands in (`statement_settings.tax_note`), also where the name itself is it; null when there is none
 */
export function unstorableField(sent: object): string | null {
  const waiting: [name: string, value: unknown][] = [["", sent]]
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const [name, value] = next
    if (typeof value === "string" && !isStorable(value)) return name
    if (typeof value !== "object" || value === null) continue
    for (const [key, inner] of Object.entries(value)) {
      if (!isStorable(key)) return name || "a field"
      waiting.push([name ? `${name}.${key}` : key, inner])
    }
  }
  return null
}
