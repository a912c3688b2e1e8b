import { pipeline } from "node:stream/promises"

import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { ContainerRegistrationKeys, MedusaError } from "@medusajs/framework/utils"

import { statementPdf } from "../../../pdf/statement-pdf"
import { PRINT_PAGE_POLICY, statementHtml } from "../../../domain/statements/statement-html"
import { statementDocument } from "../../../domain/statements/statement-document"
import type { IssuedStatement } from "../../../domain/statements/statement"
import { statementFileName } from "../../../domain/statements/statement-name"
import { withMedusaErrors } from "../../../workflows/utils/to-medusa-error"
import { asDownload } from "./as-download"
import { affiliateModule } from "../../../workflows/utils/affiliate-module"

type IssuedStatements = [IssuedStatement, ...IssuedStatement[]]

interface AskedDocument {
  affiliate_id: string
  period: string
  currency_code?: string
  now: Date
}

/** Sends the statements of a closed month, of one currency or of every one, as a document. Each gets its number the first time it is asked for. */
export async function respondWithDocument(
  req: MedusaRequest,
  res: MedusaResponse,
  asked: AskedDocument,
  format: "html" | "pdf"
): Promise<void> {
  const statements = await issued(req, asked)
  if (format === "html") {
    const headers = { "content-security-policy": PRINT_PAGE_POLICY, "cache-control": "no-store", "x-content-type-options": "nosniff" }
    res
      .status(200)
      .set(headers)
      .type("html")
      .send(statementHtml(statements.map(statementDocument)))
    return
  }
  const name = statementFileName([...statements.map(({ number }) => number), asked.period], "pdf")
  // Drawn before anything is sent, so that what goes wrong with it is still answered as such.
  const pdf = await statementPdf(statements)
  try {
    await pipeline(pdf, asDownload(res, name, "application/pdf"))
  } catch (error) {
    req.scope.resolve(ContainerRegistrationKeys.LOGGER).warn(`Sending ${name} broke off: ${String(error)}`)
  }
}

async function issued(req: MedusaRequest, { currency_code: wanted, ...asked }: AskedDocument): Promise<IssuedStatements> {
  const affiliate = affiliateModule(req.scope)
  const { rows } = await affiliate.statements.list(asked, { limit: 100, offset: 0, order: "period" })
  const [first, ...others] = wanted === undefined ? rows.map(({ currency_code }) => currency_code).sort() : [wanted]
  if (first === undefined) {
    throw new MedusaError(MedusaError.Types.NOT_FOUND, `Affiliate ${asked.affiliate_id} has no statement of ${asked.period}`)
  }
  return withMedusaErrors(async () => {
    const statements: IssuedStatements = [await affiliate.statements.issue({ ...asked, currency_code: first })]
    for (const currency_code of others) statements.push(await affiliate.statements.issue({ ...asked, currency_code }))
    return statements
  })
}
