import { Readable } from "node:stream"

import type { MedusaContainer } from "@medusajs/framework/types"
import { stringify } from "csv-stringify"

import { CSV_COLUMNS, statementCsvRows } from "../../domain/statements/statement-csv"
import { statementDocument } from "../../domain/statements/statement-document"
import { statementHtml } from "../../domain/statements/statement-html"
import { statementFileName } from "../../domain/statements/statement-name"
import { csvFormat, type DecimalSign } from "../../domain/text/csv-format"
import { statementPdf } from "../../pdf/statement-pdf"
import { affiliateModule } from "../utils/affiliate-module"
import { issueStatements, type StatementsRequest } from "./issue-statements"
import { requireAgreement } from "./require-agreement"

export type StatementFile = { format: "html"; content: string } | { format: "csv" | "pdf"; name: string; content: Readable }

export interface StatementFileOptions {
  needsAgreement: boolean
  /** How a CSV writes amounts. */
  decimal?: DecimalSign
}

/**
 * The statements of a month as a file. CSV has the figures of any month. HTML and PDF are the documents of a closed month, which get their
 * numbers at the first call; affiliates get these only after they have accepted their program's agreement, the merchant always.
 *
 * @throws MedusaError NOT_FOUND without a statement, INVALID_DATA naming `period` while the month is open, CONFLICT without the agreement.
 */
export async function statementFile(
  container: MedusaContainer,
  format: StatementFile["format"],
  request: StatementsRequest,
  { needsAgreement, decimal = "point" }: StatementFileOptions
): Promise<StatementFile> {
  if (format === "csv") return csvFile(container, request, decimal)
  if (needsAgreement) await requireAgreement(container, request.affiliate_id)
  const statements = await issueStatements(container, request)
  if (format === "html") return { format, content: statementHtml(statements.map(statementDocument)) }
  const name = statementFileName([...statements.map(({ number }) => number), request.period], "pdf")
  return { format, name, content: await statementPdf(statements) }
}

/** The rows of every currency, one currency after another. The byte order mark makes spreadsheets read the file as UTF-8. */
async function csvFile(container: MedusaContainer, request: StatementsRequest, sign: DecimalSign): Promise<StatementFile> {
  const { statements } = affiliateModule(container)
  const found = await statements.listOfPeriod(request)
  const head = await statements.retrieveHead(request.affiliate_id)
  const rows = found.flatMap((statement) => statementCsvRows(statement, head.issuer.timezone, sign))
  return {
    format: "csv",
    name: statementFileName([head.recipient.affiliate_code, request.period], "csv"),
    content: Readable.from([[...CSV_COLUMNS], ...rows]).pipe(stringify({ ...csvFormat(sign), bom: true })),
  }
}
