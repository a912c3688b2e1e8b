import { normalizeBillingDetails } from "../affiliates/billing-details"
import { InvalidInput } from "../errors"
import { Cells } from "./cells"
import { columnsOf, type ImportMapping } from "./mapping"
import type { AffiliateRecord, AffiliateRef, ImportKind, ImportRecord, ReadRow } from "./records"

/** What holds for all rows of an import. */
export interface RowContext {
  mapping: ImportMapping
  /** The currency of balances whose file does not name one. */
  currency_code: string | null
}

/** A row by its columns; undefined where it has none of that name. */
type RowValues = (column: string) => unknown

const STATUSES: Record<string, AffiliateRecord["status"]> = {
  ...{ active: "active", approved: "active" },
  pending: "pending",
  ...{ suspended: "suspended", inactive: "suspended", disabled: "suspended", blocked: "suspended" },
  ...{ rejected: "rejected", denied: "rejected" },
}
const SOURCES = { link: "link", promo_code: "promo_code", manual: "manual" } as const

/** Reads one row of a file: what it holds, or all that is wrong with it. */
export function readRow(kind: ImportKind, values: RowValues, { mapping, currency_code }: RowContext): ReadRow {
  const columnOf = (field: string) => {
    const columns = columnsOf(mapping, kind, field)
    return columns.find((column) => values(column) !== undefined) ?? columns[0]
  }
  const valueOf = (field: string) => {
    const column = columnOf(field)
    return column === undefined ? undefined : values(column)
  }
  const cells = new Cells(valueOf, (field) => columnOf(field) ?? field)
  return { kind, records: READERS[kind](cells, currency_code), faults: cells.faults }
}

const READERS: Record<ImportKind, (cells: Cells, currency: string | null) => ImportRecord[]> = {
  affiliates: readAffiliate,
  promo_codes: (cells) => [
    { kind: "promo_codes", ...affiliateOf(cells), code: cells.required("promo_code", cells.promoCode("promo_code")) },
  ],
  referrals: (cells) => [
    {
      kind: "referrals",
      ...affiliateOf(cells),
      email: cells.required("email", cells.email("email")),
      source: cells.oneOf("source", SOURCES, "manual"),
      happened_at: cells.time("started_at"),
      note: cells.text("reason", 1000),
    },
  ],
  balances: (cells, currency) => balanceOf(cells, currency, affiliateOf(cells), cells.required("amount", cells.text("amount"))),
}

function readAffiliate(cells: Cells, currency: string | null): ImportRecord[] {
  const email = cells.required("email", cells.email("email"))
  const code = cells.linkCode("code")
  const of: AffiliateRef = { affiliate_code: null, affiliate_email: email }
  const promoCode = cells.promoCode("promo_code")
  const amount = cells.text("amount")
  return [
    {
      kind: "affiliates",
      ...{ email, code, first_name: cells.text("first_name"), last_name: cells.text("last_name") },
      ...{ status: cells.oneOf("status", STATUSES, "active"), status_reason: cells.text("status_reason", 1000) },
      ...{ commission_percent: cells.percent("commission_percent"), happened_at: cells.time("joined_at") },
      ...{ billing_details: billingDetails(cells), note: amount === null ? cells.text("note", 5000) : null },
    },
    ...(promoCode ? [{ kind: "promo_codes" as const, ...of, code: promoCode }] : []),
    ...(amount === null ? [] : balanceOf(cells, currency, of, amount)),
  ]
}

function balanceOf(cells: Cells, usual: string | null, of: AffiliateRef, text: string): ImportRecord[] {
  const currency_code = text === "" ? null : cells.currency("currency_code", usual)
  const amount = currency_code && cells.amount("amount", currency_code)
  return amount && currency_code ? [{ kind: "balances", ...of, amount, currency_code, note: cells.text("note", 1000) }] : []
}

function affiliateOf(cells: Cells): AffiliateRef {
  const before = cells.faults.length
  const ref = { affiliate_code: cells.linkCode("affiliate_code"), affiliate_email: cells.email("affiliate_email") }
  const isNamed = ref.affiliate_code ?? ref.affiliate_email
  if (!isNamed && cells.faults.length === before)
    cells.refuse("affiliate_code", "is missing: name the affiliate by code or affiliate_email")
  return ref
}

function billingDetails(cells: Cells): object | null {
  const given = cells.object("billing_details")
  try {
    return given && normalizeBillingDetails(given)
  } catch (error) {
    if (!(error instanceof InvalidInput)) throw error
    cells.refuse("billing_details", error.message)
    return null
  }
}
