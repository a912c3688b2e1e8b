import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"

import { answerStatements } from "../../../../../utils/statements/respond-with-statement"
import type { StatementListParams } from "../../../../../utils/statements/statement-params"

export async function GET(req: AuthenticatedMedusaRequest<unknown, StatementListParams>, res: MedusaResponse): Promise<void> {
  await answerStatements(req, res)
}
