import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"

import { DomainError } from "../../../domain/errors"
import { parseStatementName } from "../../../domain/statements/statement-name"
import { withMedusaErrors } from "../../../workflows/utils/to-medusa-error"
import { filtersOf, listResponse, pageOf } from "../list-response"
import { withConflictCode } from "../with-conflict-code"
import { respondWithCsv } from "./respond-with-csv"
import { respondWithDocument } from "./respond-with-document"
import type { StatementListParams, StatementParams } from "./statement-params"
import { affiliateModule } from "../../../workflows/utils/affiliate-module"

/** An affiliate's statements, newest month first. */
export async function respondWithStatements(req: MedusaRequest<unknown, StatementListParams>, res: MedusaResponse): Promise<void> {
  const filters = { ...filtersOf(req.validatedQuery), affiliate_id: req.params.id as string, now: new Date() }
  res.json(listResponse(req, "statements", await affiliateModule(req.scope).statements.list(filters, pageOf(req.validatedQuery))))
}

/**
 * One month: figures always, as JSON or CSV; PDF and print page of a closed month. Of these the affiliate's own need that he agrees to what
 * his program asks for; the merchant's books do not.
 */
export async function respondWithStatement(
  req: MedusaRequest<unknown, StatementParams>,
  res: MedusaResponse,
  { needsAgreement }: { needsAgreement: boolean }
): Promise<void> {
  const affiliate_id = req.params.id as string
  const { period, format } = await withMedusaErrors(() => parseStatementName(req.params.statement as string))
  const asked = { affiliate_id, period, currency_code: req.validatedQuery.currency_code, now: new Date() }
  if (format === "json") {
    res.json({ statements: await affiliateModule(req.scope).statements.listOfPeriod(asked) })
  } else if (format === "csv") {
    await respondWithCsv(req, res, asked)
  } else {
    if (needsAgreement) await withConflictCode(res, () => requireAgreement(req, affiliate_id))
    await respondWithDocument(req, res, asked, format)
  }
}

async function requireAgreement(req: MedusaRequest, affiliateId: string): Promise<void> {
  const standing = await affiliateModule(req.scope).agreements.retrieveCurrentAcceptance(affiliateId)
  if (!standing || standing.is_accepted) return
  const message = `Version ${standing.version} of the program's agreement has to be accepted before a statement is printed`
  throw new DomainError("conflict", message, { code: "agreement_required" })
}
