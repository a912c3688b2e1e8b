import { getCountrySpecifications, isValidBIC } from "ibantools"

import { InvalidInput } from "../../errors"
import { normalizeIban } from "./iban"

/** @throws InvalidInput that names the field. */
export function requireIban(field: string, text: string): string {
  const iban = normalizeIban(text)
  if (iban === null) throw new InvalidInput(field, "must be an IBAN such as DE89 3704 0044 0532 0130 00")
  return iban
}

/** @throws InvalidInput that names the field. */
export function requireBic(field: string, text: string): string {
  const bic = text
    .normalize("NFKC")
    .toUpperCase()
    .replace(/^(BIC|SWIFT)[\s:]+/, "")
    .replace(/\s/g, "")
  if (!isValidBIC(bic)) throw new InvalidInput(field, "must be a BIC such as COBADEFFXXX")
  return bic
}

/** @throws InvalidInput that names the field. */
export function requireCountry(field: string, text: string): string {
  const code = text.toUpperCase()
  if (!Object.hasOwn(getCountrySpecifications(), code)) throw new InvalidInput(field, "must be a country such as DE")
  return code
}
