import { MedusaError } from "@medusajs/framework/utils"

import { InvalidInput, StalePreview } from "../../domain/errors"

/** Runs a rule of the domain; what it refuses becomes Medusa's 400, with the field's name, and what was overtaken its 409. */
export async function invalidDataOnInvalidInput<T>(work: () => T | Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    if (error instanceof InvalidInput) throw new MedusaError(MedusaError.Types.INVALID_DATA, error.message)
    if (error instanceof StalePreview) throw new MedusaError(MedusaError.Types.CONFLICT, error.message)
    throw error
  }
}
