import { InvalidInput } from "../errors"
import { requireBic, requireCountry, requireIban } from "../payouts/details/bank-account"
import { plainCode, plainText } from "../text/plain-text"

/** What stands on a program's statements beside the figures, and the account from which a SEPA file pays. */
export interface StatementSettings {
  /** The merchant, as accountants know them. */
  issuer_name: string | null
  /** In lines, as on an envelope. */
  issuer_address: string | null
  issuer_tax_id: string | null
  /** Of the address, for SEPA files: they want it in an element of its own. */
  issuer_town: string | null
  /** The same; ISO 3166-1 alpha-2, in capitals as banks write it. */
  issuer_country_code: string | null
  /** The account that a SEPA file debits. It stands on no statement. */
  issuer_iban: string | null
  issuer_bic: string | null
  /** What the merchant's accountant wants to be said about tax. */
  tax_note: string | null
  /** Whether the statement is the affiliate's invoice, written by the merchant on their behalf. */
  is_self_billed: boolean
  /** Before the number: `AFF-` makes AFF-17. */
  number_prefix: string
}

const TEXTS = { issuer_name: 200, issuer_address: 1000, issuer_tax_id: 100, issuer_town: 35, tax_note: 2000 } as const
/** What banks compare, longer than it is stored: people paste blanks and words along. */
const CODES = {
  issuer_country_code: { longest: 2, require: requireCountry },
  issuer_iban: { longest: 60, require: requireIban },
  issuer_bic: { longest: 30, require: requireBic },
} as const
const DEFAULTS: StatementSettings = {
  issuer_name: null,
  issuer_address: null,
  issuer_tax_id: null,
  issuer_town: null,
  issuer_country_code: null,
  issuer_iban: null,
  issuer_bic: null,
  tax_note: null,
  is_self_billed: false,
  number_prefix: "",
}

/** What is left out stays as it was `before`. @throws InvalidInput that names the field. */
export function normalizeStatementSettings(
  input: Record<string, unknown> | StatementSettings | null,
  before?: StatementSettings
): StatementSettings {
  const given: Record<string, unknown> = { ...before, ...input }
  const unknown = Object.keys(given).find((name) => !(name in DEFAULTS))
  if (unknown !== undefined) {
    throw new InvalidInput(`statement_settings.${unknown.slice(0, 50)}`, `must be one of ${Object.keys(DEFAULTS).join(", ")}`)
  }
  const { is_self_billed = false, number_prefix: prefix = "" } = given
  if (typeof is_self_billed !== "boolean") throw new InvalidInput("statement_settings.is_self_billed", "must be true or false")
  const number_prefix = typeof prefix === "string" ? plainCode(prefix) : null
  if (number_prefix === null || !/^[A-Za-z0-9/_-]{0,20}$/.test(number_prefix)) {
    throw new InvalidInput("statement_settings.number_prefix", "must have at most 20 letters, digits, / - and _")
  }
  const texts = Object.entries(TEXTS).map(([name, longest]) => {
    const plain = name === "issuer_tax_id" ? plainCode : plainText
    return [name, text(`statement_settings.${name}`, given[name], longest, plain)] as const
  })
  const codes = Object.entries(CODES).map(([name, { longest, require }]) => {
    const field = `statement_settings.${name}`
    const code = text(field, given[name], longest, plainCode)
    return [name, code === null ? null : require(field, code)] as const
  })
  return { ...DEFAULTS, ...Object.fromEntries([...texts, ...codes]), is_self_billed, number_prefix }
}

function text(field: string, value: unknown, longest: number, plain: (text: string) => string): string | null {
  if (value === undefined || value === null) return null
  const text = typeof value === "string" ? plain(value) : null
  if (text === null || text.length > longest) throw new InvalidInput(field, `must be text of at most ${longest} characters`)
  return text || null
}
