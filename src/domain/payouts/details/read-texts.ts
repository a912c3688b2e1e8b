import { InvalidInput } from "../../errors"
import { safeCell } from "../../text/safe-cell"

/** Control characters, line ends, halves of characters, and what turns the direction of writing around to show another text. */
const UNSEEN = /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\u202A-\u202E\u2066-\u2069]/u

/**
 * The texts a form asks for, trimmed; what is left out or empty is left out. They end up in payment files, so that none may hold control
 * characters or begin like a formula: a name with an apostrophe in front is not the account's.
 *
 * @param longest the names of all fields, and how many characters each may have.
 * @throws InvalidInput that names the field.
 */
export function readTexts<Name extends string>(
  longest: Record<Name, number>,
  input: Record<string, unknown>
): Partial<Record<Name, string>> {
  const unknown = Object.keys(input).find((name) => !Object.hasOwn(longest, name))
  if (unknown !== undefined) {
    throw new InvalidInput(`details.${unknown.slice(0, 50)}`, `must be one of ${Object.keys(longest).join(", ")}`)
  }
  const texts: Partial<Record<Name, string>> = {}
  for (const name of Object.keys(longest) as Name[]) {
    const text = readText(`details.${name}`, input[name], longest[name])
    if (text) texts[name] = text
  }
  return texts
}

function readText(field: string, value: unknown, longest: number): string {
  if (value === undefined || value === null) return ""
  const text = typeof value === "string" ? value.trim() : null
  if (text === null || text.length > longest) throw new InvalidInput(field, `must be text of at most ${longest} characters`)
  if (UNSEEN.test(text)) throw new InvalidInput(field, "must have no line breaks or control characters")
  if (safeCell(text) !== text) throw new InvalidInput(field, "must not begin with = + - @")
  return text
}

/** @throws InvalidInput that names the field. */
export function requireText(name: string, text: string | undefined): string {
  if (text === undefined) throw new InvalidInput(`details.${name}`, "is required")
  return text
}
