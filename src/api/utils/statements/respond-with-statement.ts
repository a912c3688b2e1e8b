import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"

import { parseStatementName } from "../../../domain/statements/statement-name"
import { statementFile } from "../../../workflows/statements/statement-file"
import { affiliateModule } from "../../../workflows/utils/affiliate-module"
import { withMedusaErrors } from "../../../workflows/utils/to-medusa-error"
import { withConflictCode } from "../with-conflict-code"
import { filtersOf, listResponse, pageOf } from "../list-response"
import { sendFile } from "./send-file"
import type { StatementListParams, StatementParams } from "./statement-params"

/** An affiliate's statements, newest month first. */
export async function respondWithStatements(req: MedusaRequest<unknown, StatementListParams>, res: MedusaResponse): Promise<void> {
  const filters = { ...filtersOf(req.validatedQuery), affiliate_id: req.params.id as string }
  res.json(listResponse(req, "statements", await affiliateModule(req.scope).statements.list(filters, pageOf(req.validatedQuery))))
}

/** One month: figures always, as JSON or CSV; PDF and print page of a closed month. */
export async function respondWithStatement(
  req: MedusaRequest<unknown, StatementParams>,
  res: MedusaResponse,
  options: { needsAgreement: boolean }
): Promise<void> {
  const { period, format } = await withMedusaErrors(() => parseStatementName(req.params.statement as string))
  const { currency_code, decimal } = req.validatedQuery
  const request = { affiliate_id: req.params.id as string, period, currency_code }
  if (format === "json") {
    res.json({ statements: await affiliateModule(req.scope).statements.listOfPeriod(request) })
  } else {
    await sendFile(req, res, await withConflictCode(res, () => statementFile(req.scope, format, request, { ...options, decimal })))
  }
}
