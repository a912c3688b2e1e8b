import { InvalidInput } from "../errors"
import { plainCode, plainText } from "../text/plain-text"

/** Who an affiliate is to an accountant. What is missing is taken from the customer account. */
export interface BillingDetails {
  /** The person. */
  name: string | null
  company: string | null
  /** Without the country, in lines, as on an envelope. */
  address: string | null
  /** ISO 3166-1 alpha-2, in lower case as Medusa writes it. */
  country_code: string | null
  tax_id: string | null
}

const LONGEST = { name: 200, company: 200, address: 1000, tax_id: 100 } as const
const MOST_LINES = 8

export const NO_BILLING_DETAILS: BillingDetails = { name: null, company: null, address: null, country_code: null, tax_id: null }

/** What is left out stays as it was `before`; null or blank text takes it away. @throws InvalidInput that names the field. */
export function normalizeBillingDetails(input: Record<string, unknown>, before: BillingDetails = NO_BILLING_DETAILS): BillingDetails {
  const unknown = Object.keys(input).find((name) => !(name in NO_BILLING_DETAILS))
  if (unknown !== undefined) throw new InvalidInput(unknown.slice(0, 50), `is none of ${Object.keys(NO_BILLING_DETAILS).join(", ")}`)
  const given = (name: keyof BillingDetails): unknown => (input[name] === undefined ? before[name] : input[name])
  return {
    name: line("name", given("name")),
    company: line("company", given("company")),
    address: address(given("address")),
    country_code: countryCode(given("country_code")),
    tax_id: line("tax_id", given("tax_id")),
  }
}

function text(field: keyof typeof LONGEST, value: unknown): string {
  if (value === null || value === undefined) return ""
  const longest = LONGEST[field]
  const plain = field === "tax_id" ? plainCode : plainText
  const found = typeof value === "string" ? plain(value) : null
  if (found === null || found.length > longest) throw new InvalidInput(field, `must be text of at most ${longest} characters`)
  return found
}

/** No character that shows nothing or breaks the line: it stands in one line of a document. */
const line = (field: "name" | "company" | "tax_id", value: unknown): string | null =>
  text(field, value)
    .replace(/[\p{Cc}\u2028\u2029]+/gu, " ")
    .trim() || null

function address(value: unknown): string | null {
  const lines = text("address", value)
    .split(/\r\n?|[\n\u2028\u2029]/)
    .map((one) => one.replace(/\p{Cc}+/gu, " ").trim())
    .filter((one) => one !== "")
  if (lines.length > MOST_LINES) throw new InvalidInput("address", `must have at most ${MOST_LINES} lines`)
  return lines.join("\n") || null
}

function countryCode(value: unknown): string | null {
  if (value === null || value === undefined || value === "") return null
  const code = typeof value === "string" ? plainCode(value).toLowerCase() : ""
  if (!/^[a-z]{2}$/.test(code)) throw new InvalidInput("country_code", "must be an ISO 3166-1 code of two letters such as de")
  return code
}
