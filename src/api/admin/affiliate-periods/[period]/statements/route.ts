import { pipeline } from "node:stream/promises"

import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"

import { sendStatementsWorkflow } from "../../../../../workflows/statements/send-statements"
import { statementArchive, statementList } from "../../../../../workflows/statements/statements-of-period"
import { asDownload } from "../../../../utils/as-download"
import { requestedPeriod, requestedProgramId } from "../../requested-period"
import type { AdminExportPeriodStatements, AdminSendPeriodStatements } from "../../validators"

/** All statements of a closed month: their documents in one ZIP, or one CSV for the accountant. */
export async function GET(req: AuthenticatedMedusaRequest<unknown, AdminExportPeriodStatements>, res: MedusaResponse): Promise<void> {
  const { format, decimal, program_id } = req.validatedQuery
  const month = { period: await requestedPeriod(req), program_id: await requestedProgramId(req, program_id) }
  // The first of them is made before anything is sent, so that an error until then is answered as one.
  const content = await (format === "zip" ? statementArchive(req.scope, month) : statementList(req.scope, month, decimal))
  try {
    await pipeline(content, asDownload(res, `statements-${month.period}.${format}`, TYPES[format]))
  } catch (error) {
    // The connection is closed without an end, so that the client notices an incomplete file.
    req.scope.resolve(ContainerRegistrationKeys.LOGGER).warn(`Sending the statements of ${month.period} broke off: ${String(error)}`)
  }
}

const TYPES = { zip: "application/zip", csv: "text/csv; charset=utf-8" }

/** Mails affiliates their statements of a closed month, a few of them in each call. */
export async function POST(req: AuthenticatedMedusaRequest<AdminSendPeriodStatements>, res: MedusaResponse): Promise<void> {
  const period = await requestedPeriod(req)
  const program_id = await requestedProgramId(req, req.validatedBody.program_id)
  const { result } = await sendStatementsWorkflow(req.scope).run({ input: { program_id, period } })
  res.json({ statements: result })
}
