import { mkdir, readdir, writeFile } from "node:fs/promises"
import path from "node:path"

import type { MedusaContainer } from "@medusajs/framework/types"

import { InvalidInput } from "../../domain/errors"
import { MANIFEST_FILE, newManifest, type ExportManifest } from "../../domain/exports/manifest"
import { RunningTotals } from "../../domain/money/running-totals"
import type { ExportedDataset, ExportedRow } from "../../modules/affiliate"
import { affiliateModule } from "../utils/affiliate-module"
import { writeRows, type ExportFormat } from "./write-rows"

interface ProgramExport {
  /** A folder that is new or empty. */
  out: string
  /** All programs when absent. */
  program_id?: string
  format: ExportFormat
}

/**
 * Writes everything that programs have into a folder, a file for each kind of row, and says in a manifest how many there are and what the
 * balances add up to. Only the user who runs it may read the files, because they hold people's data.
 *
 * @throws InvalidInput when the folder has something in it.
 */
export async function exportPrograms(container: MedusaContainer, { out, program_id, format }: ProgramExport): Promise<ExportManifest> {
  const affiliate = affiliateModule(container)
  await mkdir(out, { recursive: true, mode: 0o700 })
  if ((await readdir(out)).length > 0) throw new InvalidInput("--out", `${out} must be a new or an empty folder`)
  const manifest = newManifest(await affiliate.now())
  const totals = { amount: new RunningTotals(), pending: new RunningTotals(), processing: new RunningTotals() }

  await affiliate.exports.read(program_id === undefined ? null : [program_id], async (dataset) => {
    const name = `${dataset.name}.${format === "csv" ? "csv" : "jsonl"}`
    const pages = watched(dataset, (row) => {
      if (dataset.name === "programs") manifest.programs.push(row.handle ?? "")
      if (dataset.name === "balances") addBalance(totals, row)
    })
    manifest.files.push({ name, rows: await writeRows(path.join(out, name), { ...dataset, pages }, format) })
  })

  manifest.totals = Object.fromEntries(
    totals.amount.currencies.map((currency) => [
      currency,
      { amount: totals.amount.of(currency), pending: totals.pending.of(currency), processing: totals.processing.of(currency) },
    ])
  )
  // Written last: a folder without it is an export that broke off.
  await writeFile(path.join(out, MANIFEST_FILE), `${JSON.stringify(manifest, null, 2)}\n`, { mode: 0o600 })
  return manifest
}

async function* watched({ pages }: ExportedDataset, see: (row: ExportedRow) => void): AsyncGenerator<ExportedRow[]> {
  for await (const page of pages) {
    page.forEach(see)
    yield page
  }
}

function addBalance(totals: Record<"amount" | "pending" | "processing", RunningTotals>, row: ExportedRow): void {
  for (const [column, sums] of Object.entries(totals)) sums.add(row.currency_code ?? "", row[column] ?? "0")
}
