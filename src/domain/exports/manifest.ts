import { InvalidInput } from "../errors"

export const MANIFEST_FILE = "manifest.json"
const FORMAT = "medusa-affiliate-export"

/** What an export says of itself, so that an import can tell whether all of it arrived. */
export interface ExportManifest {
  format: typeof FORMAT
  version: 1
  exported_at: string
  /** Handles. */
  programs: string[]
  files: ExportedFile[]
  /** Sums of the balances by currency code, as decimal strings in major units. */
  totals: Record<string, ExportedTotals>
}

interface ExportedFile {
  name: string
  rows: number
}

interface ExportedTotals {
  /** What the ledger owes affiliates, credits on hold included. An import takes this. */
  amount: string
  /** Commissions of open months, which no ledger has yet. */
  pending: string
  /** Payouts on their way, which are off the balance already. */
  processing: string
}

export const newManifest = (exportedAt: Date): ExportManifest => ({
  format: FORMAT,
  version: 1,
  exported_at: exportedAt.toISOString(),
  programs: [],
  files: [],
  totals: {},
})

/** @throws InvalidInput when the text is no manifest of an export. */
export function readManifest(text: string): ExportManifest {
  const manifest = parsed(text) as { format?: unknown; version?: unknown } | null
  if (manifest?.format !== FORMAT || manifest.version !== 1) {
    throw new InvalidInput(MANIFEST_FILE, "is no manifest of an export that this version can read")
  }
  return manifest as ExportManifest
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
