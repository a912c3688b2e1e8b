import { MedusaError } from "@medusajs/framework/utils"

import { refusalMessage } from "../../domain/attribution/refusal-message"
import { CartRefused, DomainError, type ErrorKind } from "../../domain/errors"

/** Medusa's error handler answers these types with 400, 400, 403 and 409. */
const TYPES: Record<ErrorKind, string> = {
  invalid: MedusaError.Types.INVALID_DATA,
  not_allowed: MedusaError.Types.NOT_ALLOWED,
  forbidden: MedusaError.Types.FORBIDDEN,
  conflict: MedusaError.Types.CONFLICT,
}

/**
 * A domain error as Medusa's, with the same message and code.
 *
 * @param subject what a refused code or token is called in the message: `The promo code WELCOME-7`.
 */
export function toMedusaError(error: DomainError, subject?: string): MedusaError {
  const message = subject && error instanceof CartRefused ? refusalMessage(subject, error.reason) : error.message
  return new MedusaError(TYPES[error.kind], message, error.code)
}

/** Runs work; a domain error that it throws becomes Medusa's. Any other error passes through. */
export async function withMedusaErrors<T>(work: () => T | Promise<T>, subject?: string): Promise<T> {
  try {
    return await work()
  } catch (error) {
    throw error instanceof DomainError ? toMedusaError(error, subject) : error
  }
}
