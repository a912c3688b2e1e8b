import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"

import { respondWithStatements } from "../../../../../utils/statements/respond-with-statement"
import type { StatementListParams } from "../../../../../utils/statements/statement-params"

export async function GET(req: AuthenticatedMedusaRequest<unknown, StatementListParams>, res: MedusaResponse): Promise<void> {
  await respondWithStatements(req, res)
}
