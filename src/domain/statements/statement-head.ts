import { NO_BILLING_DETAILS, type BillingDetails } from "../affiliates/billing-details"
import { plainText } from "../text/plain-text"
import type { StatementSettings } from "./statement-settings"

/** The merchant, and all else of the program that stands on a statement. Kept with the statement's number when it is issued. */
export interface StatementIssuer {
  name: string
  address: string | null
  tax_id: string | null
  tax_note: string | null
  is_self_billed: boolean
  number_prefix: string
  program_name: string
  /** Dates on the statement are this zone's. */
  timezone: string
}

/** The affiliate. */
export interface StatementRecipient extends BillingDetails {
  /** Their code. */
  affiliate_code: string
}

/** Which text they agreed to. */
interface AgreementReference {
  version: number
  /** SHA-256 in hexadecimal digits. */
  text_hash: string
}

export interface StatementHead {
  issuer: StatementIssuer
  recipient: StatementRecipient
  agreement: AgreementReference | null
}

/** What program, affiliate and customer say. */
export interface HeadFacts {
  program_name: string
  timezone: string
  statement_settings: StatementSettings
  store_name: string | null
  affiliate_code: string
  billing_details: BillingDetails | null
  customer: CustomerFacts | null
}

interface CustomerFacts {
  email: string | null
  first_name: string | null
  last_name: string | null
  company_name: string | null
  /** Their default billing address. */
  address: CustomerAddress | null
}

interface CustomerAddress {
  address_1: string | null
  address_2: string | null
  postal_code: string | null
  city: string | null
  province: string | null
  country_code: string | null
}

/** The merchant as the program names them, else by the store's name. */
export function issuerOf({ program_name, timezone, statement_settings, store_name }: HeadFacts): StatementIssuer {
  const { issuer_name, issuer_address, issuer_tax_id, tax_note, is_self_billed, number_prefix } = statement_settings
  const name = issuer_name ?? joined([store_name], "") ?? program_name
  return { name, address: issuer_address, tax_id: issuer_tax_id, tax_note, is_self_billed, number_prefix, program_name, timezone }
}

/**
 * The affiliate by their billing details, else by their customer account. An own address brings its own country: half of one address
 * and half of another would be neither.
 */
export function recipientOf({ affiliate_code, billing_details, customer }: HeadFacts): StatementRecipient {
  const own = { ...NO_BILLING_DETAILS, ...billing_details }
  const company = own.company ?? joined([customer?.company_name], "")
  const person = joined([customer?.first_name, customer?.last_name], " ")
  const name = own.name ?? person ?? (company === null ? (customer?.email ?? null) : null)
  const home = own.address === null ? customer?.address : null
  const address = own.address ?? (home ? addressLines(home) : null)
  return { name, company, address, country_code: own.country_code ?? home?.country_code ?? null, tax_id: own.tax_id, affiliate_code }
}

function addressLines({ address_1, address_2, postal_code, city, province }: CustomerAddress): string | null {
  return joined([address_1, address_2, joined([postal_code, city], " "), province], "\n")
}

/** Customers write their account's texts into Medusa, which keeps them as they were pasted. */
const joined = (parts: (string | null | undefined)[], by: string): string | null =>
  parts
    .map((part) => plainText(part ?? ""))
    .filter((part) => part)
    .join(by) || null
