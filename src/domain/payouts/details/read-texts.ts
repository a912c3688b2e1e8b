import { InvalidInput } from "../../errors"
import { plainCode, plainText } from "../../text/plain-text"
import { safeCell } from "../../text/safe-cell"

/** Control characters, line ends and halves of characters. */
const UNSTORABLE = /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}]/u

/** Names. All other details are compared by machines. */
const READ_BY_PEOPLE = ["account_holder", "bank_name"]

/**
 * The texts a form asks for, in their plain form; what is left out or empty is left out. They end up in payment files, so that none may hold control
 * characters or what a spreadsheet reads as a formula: a name with an apostrophe in it is not the account's.
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
    const plain = READ_BY_PEOPLE.includes(name) ? plainText : plainCode
    const text = readText(`details.${name}`, input[name], longest[name], plain)
    if (text) texts[name] = text
  }
  return texts
}

function readText(field: string, value: unknown, longest: number, plain: (text: string) => string): string {
  if (value === undefined || value === null) return ""
  const text = typeof value === "string" ? plain(value) : null
  if (text === null || text.length > longest) throw new InvalidInput(field, `must be text of at most ${longest} characters`)
  if (UNSTORABLE.test(text)) throw new InvalidInput(field, "must have no line breaks or control characters")
  if (safeCell(text) !== text) throw new InvalidInput(field, "must not begin with = + - @, nor a part behind a comma or semicolon")
  return text
}

/** @throws InvalidInput that names the field. */
export function requireText(name: string, text: string | undefined): string {
  if (text === undefined) throw new InvalidInput(`details.${name}`, "is required")
  return text
}
