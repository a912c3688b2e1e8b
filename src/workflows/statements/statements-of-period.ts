import { Readable } from "node:stream"

import type { MedusaContainer } from "@medusajs/framework/types"
import { MedusaError } from "@medusajs/framework/utils"
import { stringify } from "csv-stringify"
import { ZipFile } from "yazl"

import { InvalidInput } from "../../domain/errors"
import { STATEMENT_LIST_HEADER, statementListRow } from "../../domain/statements/statement-list"
import { statementFileName } from "../../domain/statements/statement-name"
import { csvFormat, type DecimalSign } from "../../domain/text/csv-format"
import type { ListedStatement } from "../../modules/affiliate/statements/list-numbered-statements"
import { statementPdf } from "../../pdf/statement-pdf"
import { affiliateModule } from "../utils/affiliate-module"
import { withMedusaErrors } from "../utils/to-medusa-error"

export interface PeriodOfProgram {
  program_id: string
  /** `YYYY-MM` */
  period: string
}

const PAGE = 500

/** @throws MedusaError INVALID_DATA naming `period` while it is open, NOT_FOUND without the program. */
export async function requireClosedPeriod(container: MedusaContainer, { program_id, period }: PeriodOfProgram): Promise<void> {
  const { periods } = affiliateModule(container)
  const month = await withMedusaErrors(() => periods.retrieve(program_id, period))
  if (!month) throw new MedusaError(MedusaError.Types.NOT_FOUND, `Affiliate program with id: ${program_id} was not found`)
  await withMedusaErrors(() => {
    if (month.status === "open") throw new InvalidInput("period", `${period} is open: statements get their numbers when it is closed`)
    return Promise.resolve()
  })
}

/** The month's statements in the order of their numbers, read page by page. @throws MedusaError INVALID_DATA naming `period`, NOT_FOUND. */
async function statementsOfPeriod(
  container: MedusaContainer,
  { program_id, period }: PeriodOfProgram
): Promise<AsyncGenerator<ListedStatement>> {
  const { statements } = affiliateModule(container)
  await requireClosedPeriod(container, { program_id, period })
  const readAfter = (last?: ListedStatement) => statements.listNumbered({ program_id, period, after: last?.position ?? 0, limit: PAGE })
  const first = await readAfter()
  if (first.length === 0) throw new MedusaError(MedusaError.Types.NOT_FOUND, `There is no statement of ${period}`)
  return pages(first, readAfter)
}

async function* pages(
  first: ListedStatement[],
  readAfter: (last: ListedStatement) => Promise<ListedStatement[]>
): AsyncGenerator<ListedStatement> {
  for (let page = first; ; ) {
    yield* page
    const last = page.at(-1)
    if (!last || page.length < PAGE) return
    page = await readAfter(last)
  }
}

/** A month's statements as one CSV for the accountant, one row each. The byte order mark makes spreadsheets read the file as UTF-8. */
export async function statementList(container: MedusaContainer, month: PeriodOfProgram, sign: DecimalSign): Promise<Readable> {
  const statements = await statementsOfPeriod(container, month)
  return Readable.from(lines(statements, sign)).pipe(stringify({ ...csvFormat(sign), bom: true }))
}

async function* lines(statements: AsyncGenerator<ListedStatement>, sign: DecimalSign): AsyncGenerator<string[]> {
  yield STATEMENT_LIST_HEADER
  for await (const statement of statements) yield statementListRow(statement, sign)
}

/**
 * A month's statements as PDFs in one ZIP. Each is made when the one before it has been sent, so that a thousand take no more memory than one.
 */
export async function statementArchive(container: MedusaContainer, month: PeriodOfProgram): Promise<Readable> {
  const statements = await statementsOfPeriod(container, month)
  const zip = new ZipFile()
  const fail = (error: unknown) => (zip.outputStream as Readable).destroy(error instanceof Error ? error : new Error(String(error)))
  const addNext = async (): Promise<void> => {
    const next = await statements.next()
    if (next.done) {
      zip.end()
      return
    }
    const statement = next.value
    const pdf = await pdfOf(container, statement)
    pdf.on("end", () => void addNext().catch(fail))
    pdf.on("error", fail)
    zip.addReadStream(pdf, statementFileName([statement.number, statement.period, statement.currency_code], "pdf"), { mtime: new Date(0) })
  }
  await addNext()
  return zip.outputStream as Readable
}

async function pdfOf(container: MedusaContainer, { affiliate_id, period, currency_code }: ListedStatement): Promise<Readable> {
  const issued = await affiliateModule(container).statements.issue({ affiliate_id, period, currency_code })
  return statementPdf([issued])
}
