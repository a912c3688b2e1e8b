import { InvalidInput } from "../errors"
import { columnsOf, REQUIRED_FIELDS, type ImportMapping } from "./mapping"
import { IMPORT_KINDS, type ImportKind } from "./records"

/** Files of our own export that an import does not read: they say what was, and months that are over stay as they are. */
const HISTORY = [
  ...["programs", "ended_referrals", "notes", "agreement_acceptances", "ledger_entries", "adjustments", "payouts", "statements"],
  ...["attributions", "commissions", "periods", "period_lines", "period_commissions", "clicks"],
]

const baseName = (file: string): string => file.replace(/\.[^.]*$/, "").toLowerCase()

export const isHistory = (file: string): boolean => HISTORY.includes(baseName(file))

/**
 * What a file holds: by its name where it is called after a kind, otherwise by its columns.
 *
 * @throws InvalidInput that names the file, and the columns that it would need.
 */
export function fileKind(file: string, columns: string[], mapping: ImportMapping): ImportKind {
  const kinds = IMPORT_KINDS.filter((kind) => mapping.columns[kind])
  const named = kinds.find((kind) => baseName(file) === kind)
  // A kind that needs more columns is tried first: a list of affiliates has an e-mail, and so has one of referrals.
  const tried = named ? [named] : [...kinds].sort((one, other) => REQUIRED_FIELDS[other].length - REQUIRED_FIELDS[one].length)
  const kind = tried.find((candidate) => missingColumns(candidate, columns, mapping).length === 0)
  if (kind) return kind
  const needs = tried.map((candidate) => `${candidate} ${missingColumns(candidate, columns, mapping).join(", ")}`).join("; for ")
  throw new InvalidInput(file, `has the columns ${columns.slice(0, 30).join(", ").slice(0, 500) || "(none)"}, and lacks for ${needs}`)
}

function missingColumns(kind: ImportKind, columns: string[], mapping: ImportMapping): string[] {
  return REQUIRED_FIELDS[kind].flatMap((needed) => {
    const candidates = [needed].flat().flatMap((field) => columnsOf(mapping, kind, field))
    return candidates.some((candidate) => columns.includes(candidate.split(".")[0] ?? candidate)) ? [] : [candidates.join(" or ")]
  })
}
