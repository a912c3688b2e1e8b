import { MedusaError } from "@medusajs/framework/utils"

import { CartRefused } from "../../domain/errors"
import { refusalMessage } from "../../domain/attribution/refusal-message"

/** Runs an attribution of a cart; a refusal becomes Medusa's 400 with the reason told. */
export async function refusedAsInvalidData<T>(subject: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    if (error instanceof CartRefused) throw new MedusaError(MedusaError.Types.INVALID_DATA, refusalMessage(subject, error.reason))
    throw error
  }
}
