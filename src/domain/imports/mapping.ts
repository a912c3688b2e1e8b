import type { ImportKind } from "./records"

/** What a column of a file may mean. */
export const IMPORT_FIELDS = {
  affiliates: [
    ...["email", "first_name", "last_name", "code", "status", "status_reason", "commission_percent", "joined_at", "billing_details"],
    ...["promo_code", "amount", "currency_code", "note"],
  ],
  promo_codes: ["affiliate_code", "affiliate_email", "promo_code"],
  referrals: ["affiliate_code", "affiliate_email", "email", "source", "started_at", "reason"],
  balances: ["affiliate_code", "affiliate_email", "amount", "currency_code", "note"],
} as const satisfies Record<ImportKind, readonly string[]>

/** The columns without which a file is not of its kind; of those in a list, one is enough. */
export const REQUIRED_FIELDS: Record<ImportKind, (string | string[])[]> = {
  affiliates: ["email"],
  promo_codes: [["affiliate_code", "affiliate_email"], "promo_code"],
  referrals: [["affiliate_code", "affiliate_email"], "email"],
  balances: [["affiliate_code", "affiliate_email"], "amount"],
}

/** The columns of another program's files, as data. */
export interface ImportMapping {
  /** What `--from` takes. */
  name: string
  title: string
  /** Pages that name the columns. Empty where there are none: then nothing is mapped. */
  documentation: string[]
  /** Column of each field, per kind of file; of several the first that a file has. `links.0.token` reads inside JSON. */
  columns: Partial<Record<ImportKind, Record<string, string[]>>>
  /** What the mapping leaves out, and why. */
  remark: string
}

/** Column names are compared like this: `Affiliate ID`, `affiliate_id` and `Affiliate-Id` are one. Dots part the names inside JSON. */
export const columnName = (text: string): string =>
  text
    .trim()
    .toLowerCase()
    .replace(/[^\p{L}\p{N}.]+/gu, "_")
    .replace(/^_+|_+$/g, "")

/** The columns that a field may stand in. */
export const columnsOf = (mapping: ImportMapping, kind: ImportKind, field: string): string[] => mapping.columns[kind]?.[field] ?? []
