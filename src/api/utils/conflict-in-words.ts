import { MedusaError } from "@medusajs/framework/utils"

import { messageOf } from "../../domain/errors"

/** Medusa answers a MedusaError CONFLICT with 409 and words of its own; an error as the web server makes them keeps ours. */
class Conflict extends Error {
  readonly status = 409
  readonly statusCode = 409
  readonly expose = true
}

/** Runs work; a conflict it meets is answered with 409, type `conflict` and the reason. */
export async function conflictInWords<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    // A workflow hands its steps' errors on as plain objects.
    if ((error as Partial<MedusaError> | null)?.type === MedusaError.Types.CONFLICT) throw new Conflict(messageOf(error))
    throw error
  }
}
