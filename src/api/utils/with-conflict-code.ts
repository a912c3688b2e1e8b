import type { MedusaResponse } from "@medusajs/framework/http"
import { MedusaError } from "@medusajs/framework/utils"

import { messageOf } from "../../domain/errors"
import { withMedusaErrors } from "../../workflows/utils/to-medusa-error"

/**
 * A conflict in the form of the web server's errors (`http-errors`). Medusa's error handler keeps the message of these, but replaces message
 * and code of a MedusaError CONFLICT by its own. `type` and `code` are for the error handler of a store that has one.
 */
class Conflict extends Error {
  readonly status = 409
  readonly statusCode = 409
  readonly expose = true
  readonly type = MedusaError.Types.CONFLICT

  constructor(
    message: string,
    readonly code: string | undefined
  ) {
    super(message)
  }
}

/** Runs work; a conflict that it meets is answered with 409, type `conflict`, our message and our code. */
export async function withConflictCode<T>(res: MedusaResponse, work: () => Promise<T>): Promise<T> {
  try {
    return await withMedusaErrors(work)
  } catch (error) {
    // A workflow hands its steps' errors on as plain objects.
    const { type, code } = (error ?? {}) as Partial<MedusaError>
    if (type !== MedusaError.Types.CONFLICT) throw error
    addCode(res, code)
    throw new Conflict(messageOf(error), code)
  }
}

/** Medusa's error handler leaves the code of a web server's error out. */
function addCode(res: MedusaResponse, code: string | undefined): void {
  const json = res.json.bind(res)
  res.json = (body: unknown) => json({ code, ...(body as object) })
}
