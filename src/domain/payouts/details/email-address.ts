import { normalizeEmail } from "../../text/email"
import { InvalidInput } from "../../errors"

const EMAIL = /^[^\s@"(),:;<>[\\\]]{1,64}@(?:[\p{L}\p{N}](?:[\p{L}\p{N}-]{0,61}[\p{L}\p{N}])?\.)+[\p{L}\p{N}-]{2,63}$/u

/** @throws InvalidInput that names `details.email`. */
export function requireEmail(text: string): string {
  const email = normalizeEmail(text)
  if (!EMAIL.test(email)) throw new InvalidInput("details.email", "must be an e-mail such as anna@example.com")
  return email
}

/** `anna@example.com` -> `a***@e***.com`. Of a part that is hardly longer than the letter, not even the letter shows. */
export function maskedEmail(email: string): string {
  const at = email.lastIndexOf("@")
  const dot = email.lastIndexOf(".")
  return `${firstOf(email.slice(0, at))}***@${firstOf(email.slice(at + 1, dot))}***${email.slice(dot)}`
}

function firstOf(part: string): string {
  const [first = "", ...others] = part
  return others.length > 1 ? first : ""
}
