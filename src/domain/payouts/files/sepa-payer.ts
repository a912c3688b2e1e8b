import { InvalidInput } from "../../errors"
import type { StatementSettings } from "../../statements/statement-settings"
import type { XmlTree } from "../../text/xml-tree"
import { sepaText } from "./sepa-text"

/** Whose account is debited: the program's issuer. */
export interface Payer {
  name: string
  iban: string
  bic: string | null
  /** In lines, as on an envelope. */
  address: string | null
  town: string | null
  country_code: string | null
}

type PayerSettings = Pick<
  StatementSettings,
  "issuer_name" | "issuer_address" | "issuer_town" | "issuer_country_code" | "issuer_iban" | "issuer_bic"
>

/** @throws InvalidInput when the issuer's settings do not say from which account, or by which name. */
export function requirePayer({ issuer_name, issuer_iban, ...settings }: PayerSettings, storeName: string): Payer {
  const name = issuer_name ?? storeName
  if (issuer_iban === null)
    throw new InvalidInput("format", "needs the account to pay from: set issuer_iban in the program's statement_settings")
  if (sepaText(name) === null)
    throw new InvalidInput("format", "needs the payer's name in Latin letters: set issuer_name in the program's statement_settings")
  const { issuer_bic: bic, issuer_address: address, issuer_town: town, issuer_country_code: country_code } = settings
  return { name, iban: issuer_iban, bic, address, town, country_code }
}

const LINES = 2
const LONGEST_LINE = 70
const LONGEST_TOWN = 35
const POSTAL_CODE = /^(?=.*\d)[A-Za-z0-9][A-Za-z0-9 -]{0,15}$/

/**
 * The address in the hybrid form: town and country in elements of their own, which are required since 15 November 2026, postal code if it
 * stands beside the town, and the rest in at most two lines that repeat none of it. None without town and country: an address in lines only is
 * refused, none at all is not.
 */
export function payerAddress({ address, town, country_code }: Payer): XmlTree | undefined {
  const name = town === null ? null : sepaText(town)
  if (name === null || country_code === null) return undefined
  const lines = (address ?? "").split("\n").flatMap((line) => sepaText(line) ?? [])
  const withTown = lines.find((line) => line.toLowerCase().includes(name.toLowerCase()))
  const beside = withTown === undefined ? "" : without(withTown, name)
  const isCode = POSTAL_CODE.test(beside)
  const others = lines.flatMap((line) => (line !== withTown ? line : isCode || beside === "" ? [] : beside))
  return {
    PstCd: isCode ? beside : undefined,
    TwnNm: name.slice(0, LONGEST_TOWN).trim(),
    Ctry: country_code,
    AdrLine: others.slice(0, LINES).map((line) => line.slice(0, LONGEST_LINE).trim()),
  }
}

function without(line: string, town: string): string {
  const at = line.toLowerCase().indexOf(town.toLowerCase())
  return `${line.slice(0, at)} ${line.slice(at + town.length)}`.replace(/[\s,]+/g, " ").trim()
}
