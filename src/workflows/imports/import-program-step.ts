import { readFile, stat } from "node:fs/promises"
import path from "node:path"

import type { MedusaContainer } from "@medusajs/framework/types"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { createCustomersWorkflow } from "@medusajs/medusa/core-flows"

import { InvalidInput } from "../../domain/errors"
import { MANIFEST_FILE, readManifest, type ExportManifest } from "../../domain/exports/manifest"
import { parseExpectedTotals, type CurrencyTotals } from "../../domain/imports/expected-totals"
import { requireMapping } from "../../domain/imports/mappings"
import type { ImportResult, MissingCustomer } from "../../modules/affiliate"
import { affiliateModule } from "../utils/affiliate-module"
import { withMedusaErrors } from "../utils/to-medusa-error"
import { importFiles, readFiles } from "./read-files"
import { writeReport } from "./write-report"

export interface ImportProgramInput {
  program_id: string
  /** A file, or a folder of files. */
  path: string
  /** Whose columns the files have; the export's own when absent. */
  from?: string
  /** The currency of balances whose file does not name one. */
  currency_code?: string
  /** `EUR=1234.50,USD=3`: what the balances must add up to. By default what the manifest of an export says. */
  expect?: string
  creates_customers?: boolean
  is_dry_run?: boolean
  /** A file for what became of every row. */
  report?: string
  created_by: string
}

export interface ImportedProgram extends ImportResult {
  files: string[]
  /** Commissions of open months that an export names and no balance holds. */
  pending: CurrencyTotals
}

/**
 * Brings affiliates, codes, referrals and balances over. Nothing to compensate: it is one transaction, and its balances are ledger entries.
 *
 * @throws MedusaError INVALID_DATA that names an option or a file.
 */
export const importProgramStep = createStep("import-program", async (input: ImportProgramInput, { container }) => {
  const imported = await withMedusaErrors(() => importProgram(container, input))
  return new StepResponse(imported)
})

async function importProgram(container: MedusaContainer, input: ImportProgramInput): Promise<ImportedProgram> {
  const mapping = requireMapping(input.from)
  const files = await importFiles(input.path)
  const manifest = await manifestOf(input.path)
  const counted = new Map<string, number>()
  const context = { mapping, currency_code: input.currency_code?.trim().toLowerCase() ?? null }
  const { report } = input
  const result = await affiliateModule(container).imports.run({
    ...{ program_id: input.program_id, source: mapping.name, created_by: input.created_by, is_dry_run: input.is_dry_run ?? false },
    expected: input.expect === undefined ? manifest && sumsOf(manifest, "amount") : parseExpectedTotals(input.expect),
    read: async function* () {
      yield* readFiles(files, context, counted)
      if (manifest) requireWholeFiles(manifest, counted)
    },
    ...(input.creates_customers && { createCustomers: (missing) => createCustomers(container, missing) }),
    ...(report !== undefined && { report: (pages) => writeReport(report, pages) }),
  })
  return { ...result, files: files.map((file) => path.basename(file)), pending: manifest ? sumsOf(manifest, "pending") : {} }
}

async function manifestOf(source: string): Promise<ExportManifest | undefined> {
  const file = path.join(source, MANIFEST_FILE)
  if (!(await stat(file).catch(() => null))) return undefined
  const manifest = readManifest(await readFile(file, "utf8"))
  if (manifest.programs.length === 1) return manifest
  throw new InvalidInput(source, `holds the programs ${manifest.programs.join(", ")}: export them one by one with --program`)
}

const sumsOf = (manifest: ExportManifest, column: "amount" | "pending"): CurrencyTotals =>
  Object.fromEntries(Object.entries(manifest.totals).map(([currency, sums]) => [currency, sums[column]]))

/** @throws InvalidInput that names a file of an export which has lost rows, or was lost. */
function requireWholeFiles(manifest: ExportManifest, counted: Map<string, number>): void {
  for (const { name, rows } of manifest.files) {
    const found = counted.get(name)
    if (found !== undefined && found !== rows) throw new InvalidInput(name, `has ${found} rows; by ${MANIFEST_FILE} it should have ${rows}`)
  }
}

async function createCustomers(container: MedusaContainer, missing: MissingCustomer[]): Promise<void> {
  await createCustomersWorkflow(container).run({
    input: {
      customersData: missing.map(({ email, first_name, last_name }) => ({
        email,
        ...(first_name !== null && { first_name }),
        ...(last_name !== null && { last_name }),
      })),
    },
  })
}
