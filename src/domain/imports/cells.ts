import { InvalidInput } from "../errors"
import { isLinkCode } from "../clicks/link-codes"
import { parseAmount, parsePercent } from "../money/decimal"
import { isPromoCode, normalizePromoCode } from "../promo-codes/promo-code-template"
import { isEmail, normalizeEmail } from "../text/email"
import { parseIsoTime } from "../text/iso-time"
import { plainCode, plainText } from "../text/plain-text"
import type { ImportFault } from "./records"

/** The cells of a row by the fields they mean. Reading a wrong one notes what would be right, and goes on, so that a row names all its faults. */
export class Cells {
  readonly faults: ImportFault[] = []

  constructor(
    private readonly valueOf: (field: string) => unknown,
    /** What the file calls the field. */
    private readonly columnOf: (field: string) => string
  ) {}

  refuse(field: string, problem: string): void {
    this.faults.push({ field: this.columnOf(field), problem })
  }

  /** The value of a field that must be there. */
  required(field: string, value: string | null): string {
    const column = this.columnOf(field)
    if (value === null && !this.faults.some((fault) => fault.field === column)) this.refuse(field, "is missing")
    return value ?? ""
  }

  text(field: string, longest = 200): string | null {
    const text = plainText(this.raw(field))
    if (text.length <= longest && !text.includes("\0")) return text || null
    this.refuse(field, `must be text of at most ${longest} characters`)
    return null
  }

  email(field: string): string | null {
    const address = normalizeEmail(this.raw(field))
    if (address === "" || isEmail(address)) return address || null
    this.refuse(field, "must be an e-mail address such as anna@example.com")
    return null
  }

  linkCode(field: string): string | null {
    const code = normalizePromoCode(this.raw(field)).toLowerCase()
    if (code === "" || isLinkCode(code)) return code || null
    this.refuse(field, "must be a code of letters, digits, - and _, at most 64 characters, that begins with a letter or digit")
    return null
  }

  promoCode(field: string): string | null {
    const code = normalizePromoCode(this.raw(field))
    if (code === "" || isPromoCode(code)) return code || null
    this.refuse(field, "must be a code of 2 to 50 letters, digits, - and _, that begins with a letter or digit")
    return null
  }

  percent(field: string): string | null {
    const text = plainCode(this.raw(field)).replace(/\s*%$/, "").replace(",", ".")
    return text === "" ? null : this.parsed(field, () => parsePercent(field, text))
  }

  /** Decimal point or comma; a sign for thousands could be either, so it is refused. */
  amount(field: string, currencyCode: string): string | null {
    const text = plainCode(this.raw(field)).replace(",", ".")
    if (text !== "" && !/^[-+]?\d+(\.\d+)?$/.test(text)) {
      this.refuse(field, "must be an amount such as 1234.50 or 1234,50, without currency sign and signs for thousands")
      return null
    }
    return text === "" ? null : this.parsed(field, () => parseAmount(field, text.replace(/^\+/, ""), currencyCode))
  }

  currency(field: string, usual: string | null): string | null {
    const code = plainCode(this.raw(field)).toLowerCase() || usual
    if (code && /^[a-z]{3}$/.test(code)) return code
    this.refuse(field, code ? "must be a currency code of three letters such as eur" : "is missing: add the column, or name --currency")
    return null
  }

  /** ISO 8601, also with a blank for the T. Without an offset it is UTC. */
  time(field: string): string | null {
    const text = plainCode(this.raw(field))
    const time = text === "" ? null : parseIsoTime(text.replace(/^(\d{4}-\d{2}-\d{2}) (?=\d)/, "$1T"))
    if (text !== "" && !time) this.refuse(field, "must be an ISO 8601 time such as 2026-01-31T12:00:00Z")
    return time?.toISOString() ?? null
  }

  oneOf<Value extends string>(field: string, meanings: Record<string, Value>, usual: Value): Value {
    const text = plainCode(this.raw(field)).toLowerCase()
    const meaning = text === "" ? usual : meanings[text]
    if (meaning === undefined) this.refuse(field, `must be one of ${Object.keys(meanings).join(", ")}`)
    return meaning ?? usual
  }

  object(field: string): Record<string, unknown> | null {
    const value = this.valueOf(field)
    const found = typeof value === "string" ? jsonOf(value) : value
    if (found === undefined || found === null || found === "") return null
    if (typeof found === "object" && !Array.isArray(found)) return found as Record<string, unknown>
    this.refuse(field, "must be a JSON object")
    return null
  }

  private parsed(field: string, parse: () => string): string | null {
    try {
      return parse()
    } catch (error) {
      if (!(error instanceof InvalidInput)) throw error
      this.refuse(field, error.message.replace(/^[^:]*: /, ""))
      return null
    }
  }

  private raw(field: string): string {
    const value = this.valueOf(field)
    if (value === null || value === undefined) return ""
    if (typeof value === "string" || typeof value === "number" || typeof value === "boolean") return String(value)
    this.refuse(field, "must be a text or a number")
    return ""
  }
}

function jsonOf(text: string): unknown {
  try {
    return text.trim() === "" ? null : JSON.parse(text)
  } catch {
    return text
  }
}
