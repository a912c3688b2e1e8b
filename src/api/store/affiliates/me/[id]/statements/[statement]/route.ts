import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"

import { respondWithStatement } from "../../../../../../utils/statements/respond-with-statement"
import type { StatementParams } from "../../../../../../utils/statements/statement-params"

/** `2016-04`, `2016-04.csv`, `2016-04.html` or `2016-04.pdf`. */
export async function GET(req: AuthenticatedMedusaRequest<unknown, StatementParams>, res: MedusaResponse): Promise<void> {
  await respondWithStatement(req, res, { needsAgreement: true })
}
