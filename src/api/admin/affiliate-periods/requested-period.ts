import type { MedusaRequest } from "@medusajs/framework/http"
import { MedusaError } from "@medusajs/framework/utils"

import { InvalidInput } from "../../../domain/errors"
import { parsePeriod } from "../../../domain/periods/period"
import { toMedusaError, withMedusaErrors } from "../../../workflows/utils/to-medusa-error"
import { affiliateModule } from "../../../workflows/utils/affiliate-module"

/** The month in the path. @throws MedusaError INVALID_DATA naming `period`. */
export const requestedPeriod = (req: MedusaRequest): Promise<string> => withMedusaErrors(() => parsePeriod(req.params.period as string))

/** The program that the request names, or else the only one. @throws MedusaError INVALID_DATA naming `program_id` when there are several. */
export async function requestedProgramId(req: MedusaRequest, programId: string | undefined): Promise<string> {
  if (programId) return programId
  const { rows } = await affiliateModule(req.scope).programs.list({}, { limit: 2, offset: 0 })
  const [only, another] = rows
  if (!only) throw new MedusaError(MedusaError.Types.NOT_FOUND, "There is no affiliate program")
  if (another) throw toMedusaError(new InvalidInput("program_id", "is required, because there are several programs"))
  return only.id
}
