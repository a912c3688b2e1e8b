import { pipeline } from "node:stream/promises"

import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { ContainerRegistrationKeys, MedusaError } from "@medusajs/framework/utils"

import { statementPdf } from "../../../documents/statement-pdf"
import { PRINT_PAGE_POLICY, statementHtml } from "../../../domain/statement/html"
import { statementPaper } from "../../../domain/statement/paper"
import type { IssuedStatement } from "../../../domain/statement/statement"
import { documentCurrency, statementFileName } from "../../../domain/statement/statement-name"
import { invalidDataOnInvalidInput } from "../../../workflows/invalid-data"
import { affiliateModule } from "../affiliate-module"
import { attached } from "./attached"

interface AskedDocument {
  affiliate_id: string
  period: string
  currency_code?: string
  now: Date
}

/** Sends the statement of a closed month as a document. The first time it is asked for it gets its number. */
export async function answerDocument(req: MedusaRequest, res: MedusaResponse, asked: AskedDocument, format: "html" | "pdf"): Promise<void> {
  const statement = await issued(req, asked)
  if (format === "html") {
    const headers = { "content-security-policy": PRINT_PAGE_POLICY, "cache-control": "no-store", "x-content-type-options": "nosniff" }
    res
      .status(200)
      .set(headers)
      .type("html")
      .send(statementHtml(statementPaper(statement)))
    return
  }
  const name = statementFileName([statement.number, statement.period], "pdf")
  // Drawn before anything is sent, so that what goes wrong with it is still answered as such.
  const pdf = await statementPdf(statement)
  try {
    await pipeline(pdf, attached(res, name, "application/pdf"))
  } catch (error) {
    req.scope.resolve(ContainerRegistrationKeys.LOGGER).warn(`Sending ${name} broke off: ${String(error)}`)
  }
}

function issued(req: MedusaRequest, { currency_code: wanted, ...asked }: AskedDocument): Promise<IssuedStatement> {
  const { affiliate_id, period } = asked
  const affiliate = affiliateModule(req)
  return invalidDataOnInvalidInput(async () => {
    const { rows } = await affiliate.readStatements(asked, { limit: 100, offset: 0, order: "period" })
    const currencies = rows.map(({ currency_code }) => currency_code)
    const currency_code = documentCurrency(wanted, currencies)
    if (currency_code === undefined) {
      throw new MedusaError(MedusaError.Types.NOT_FOUND, `Affiliate ${affiliate_id} has no statement of ${period} (period)`)
    }
    return affiliate.issueStatement({ ...asked, currency_code })
  })
}
