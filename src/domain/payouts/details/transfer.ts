import { InvalidInput } from "../../errors"
import type { DetailsForm } from "./details-form"
import { requireBic, requireCountry, requireIban } from "./bank-account"
import { readTexts, requireText } from "./read-texts"

/** A SEPA transfer carries a name of 70 characters; the longest IBAN has 34, and people write blanks and words beside it. */
const LONGEST = { account_holder: 70, iban: 60, bic: 30, account_number: 34, bank_code: 20, bank_name: 70, country_code: 2 }
const ACCOUNT = /^[A-Za-z0-9][A-Za-z0-9 ./-]*$/

/** A bank account: by its IBAN where the country has one, else by its number and the bank's code as the country writes them. */
export const TRANSFER_DETAILS: DetailsForm = {
  fields: Object.keys(LONGEST).map((name) => ({ name, is_required: name === "account_holder" })),

  normalize(input) {
    const { account_holder, iban, bic, account_number, bank_code, bank_name, country_code } = readTexts(LONGEST, input)
    const holder = requireText("account_holder", account_holder)
    const hasBank = iban !== undefined || bic !== undefined
    return {
      account_holder: holder,
      ...(account_number === undefined
        ? { iban: requireIban("details.iban", iban ?? "") }
        : { account_number: requireNumber("account_number", account_number, iban) }),
      ...(bic !== undefined && { bic: requireBic("details.bic", bic) }),
      ...((bank_code !== undefined || !hasBank) && { bank_code: requireNumber("bank_code", requireText("bank_code", bank_code), iban) }),
      ...(bank_name !== undefined && { bank_name }),
      ...(country_code !== undefined && { country_code: requireCountry("details.country_code", country_code) }),
    }
  },

  mask: ({ iban, account_number = "" }) => (iban ? `${iban.slice(0, 2)}** **** **** ${iban.slice(-4)}` : maskedNumber(account_number)),
}

/** Two ways to say one thing could say two things. */
function requireNumber(name: string, text: string, iban: string | undefined): string {
  if (iban !== undefined) throw new InvalidInput(`details.${name}`, "must be left out where there is an IBAN")
  const number = text.normalize("NFKC").replace(/[\p{Pd}\u2212]/gu, "-")
  if (!ACCOUNT.test(number)) throw new InvalidInput(`details.${name}`, "must have letters, digits, blanks and . / - only")
  return number
}

/** The last four characters of what is long enough to hide behind the rest. */
function maskedNumber(account_number: string): string {
  const characters = account_number.replace(/[^A-Za-z0-9]/g, "")
  return characters.length < 8 ? "****" : `**** ${characters.slice(-4)}`
}
