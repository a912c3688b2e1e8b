import { differentTotals, type CurrencyTotals, type TotalsDifference } from "../../../domain/imports/expected-totals"
import type { ImportKind } from "../../../domain/imports/records"
import { rows, type Sql } from "../database/connection"
import { checkRows } from "./checks"
import { readReport, type ReportedRow } from "./read-report"
import { resolveRows } from "./resolve"
import { createStaging, renewTakenCodes, stageRows, type SourceRow } from "./staging"
import { writeImported } from "./write-imported"

/** A customer that an import needs and the store does not have. */
export interface MissingCustomer {
  email: string
  first_name: string | null
  last_name: string | null
}

export interface RowImport {
  program_id: string
  source: string
  created_by: string
  /** The rows, page by page. Called again when the import has to begin again. */
  read: () => AsyncIterable<SourceRow[]>
  /** What the balances must add up to. */
  expected?: CurrencyTotals
  is_dry_run: boolean
  /** Makes the customers of a page; without it, an affiliate without customer is a fault. */
  createCustomers?: (missing: MissingCustomer[]) => Promise<void>
  /** Is handed what became of every row, page by page. */
  report?: (pages: AsyncGenerator<ReportedRow[]>) => Promise<void>
}

type ImportCounts = Record<ImportKind, { taken: number; already_there: number; refused: number }>

export interface ImportResult {
  is_written: boolean
  counts: ImportCounts
  /** What the balances of the files add up to. */
  totals: CurrencyTotals
  /** Where that is not what was expected. */
  differences: TotalsDifference[]
  /** The first faults. */
  faults: ReportedRow[]
  fault_count: number
}

const COUNTS = `
  SELECT kind, count(*) FILTER (WHERE is_refused)::int AS refused, count(*) FILTER (WHERE NOT is_refused AND is_there)::int AS already_there,
         count(*) FILTER (WHERE NOT is_refused AND NOT is_there)::int AS taken
  FROM (SELECT kind, is_there, EXISTS (SELECT 1 FROM import_fault WHERE import_fault.seq = import_row.seq) AS is_refused FROM import_row) counted
  GROUP BY kind`

const TOTALS = `
  SELECT currency_code, affiliate_round(sum(amount), currency_code)::text AS amount FROM import_row
  WHERE kind = 'balances' AND currency_code IS NOT NULL GROUP BY currency_code ORDER BY currency_code`

const MISSING = `
  SELECT email, first_name, last_name FROM import_row
  WHERE kind = 'affiliates' AND customer_id IS NULL AND email > :after ORDER BY email LIMIT 500`

/**
 * Checks all rows, and writes them if none is wrong and the sums are right. A dry run is the same up to the writing. Runs inside the caller's
 * transaction; customers are made outside of it, and stay if the rest fails: the next run finds them.
 */
export async function importRows(sql: Sql, given: RowImport): Promise<ImportResult> {
  await createStaging(sql)
  await stageRows(sql, given.read())
  await renewTakenCodes(sql)
  await resolveRows(sql, given)
  const fault_count = await checkRows(sql, { ...given, creates_customers: given.createCustomers !== undefined })
  await given.report?.(readReport(sql))

  const totals = Object.fromEntries(
    (await rows<{ currency_code: string; amount: string }>(sql, TOTALS)).map(({ currency_code, amount }) => [currency_code, amount])
  )
  const differences = given.expected ? differentTotals(given.expected, totals) : []
  const is_written = !given.is_dry_run && fault_count === 0 && differences.length === 0
  const result = { is_written, counts: await readCounts(sql), totals, differences, faults: await firstFaults(sql), fault_count }
  if (is_written) {
    await createMissing(sql, given)
    await writeImported(sql, given)
  }
  return result
}

async function readCounts(sql: Sql): Promise<ImportCounts> {
  const none = () => ({ taken: 0, already_there: 0, refused: 0 })
  const counts: ImportCounts = { affiliates: none(), promo_codes: none(), referrals: none(), balances: none() }
  for (const { kind, ...count } of await rows<{ kind: ImportKind } & ImportCounts[ImportKind]>(sql, COUNTS)) counts[kind] = count
  return counts
}

async function firstFaults(sql: Sql): Promise<ReportedRow[]> {
  for await (const page of readReport(sql, true)) return page.slice(0, 100)
  return []
}

async function createMissing(sql: Sql, { createCustomers }: RowImport): Promise<void> {
  for (let after = ""; createCustomers; ) {
    const page = await rows<MissingCustomer>(sql, MISSING, { after })
    const last = page.at(-1)
    if (!last) return
    await createCustomers(page)
    after = last.email
  }
}
