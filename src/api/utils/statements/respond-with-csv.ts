import { Readable } from "node:stream"
import { pipeline } from "node:stream/promises"

import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { stringify } from "csv-stringify"

import { CSV_COLUMNS, statementCsvRows } from "../../../domain/statements/statement-csv"
import { statementFileName } from "../../../domain/statements/statement-name"
import { CSV_FORMAT } from "../csv-format"
import { asDownload } from "./as-download"
import { affiliateModule } from "../../../workflows/utils/affiliate-module"

interface AskedStatements {
  affiliate_id: string
  period: string
  currency_code?: string
  now: Date
}

/** Sends a month as rows, of every currency one after another. People open it in a spreadsheet, hence the mark of UTF-8. */
export async function respondWithCsv(req: MedusaRequest, res: MedusaResponse, asked: AskedStatements): Promise<void> {
  const statements = await affiliateModule(req.scope).statements.listOfPeriod(asked)
  const head = await affiliateModule(req.scope).statements.retrieveHead(asked.affiliate_id)
  const rows = statements.flatMap((statement) => statementCsvRows(statement, head.issuer.timezone))
  const name = statementFileName([head.recipient.affiliate_code, asked.period], "csv")
  try {
    await pipeline(
      Readable.from([[...CSV_COLUMNS], ...rows]),
      stringify({ ...CSV_FORMAT, bom: true }),
      asDownload(res, name, "text/csv; charset=utf-8")
    )
  } catch (error) {
    req.scope.resolve(ContainerRegistrationKeys.LOGGER).warn(`Sending ${name} broke off: ${String(error)}`)
  }
}
