import type { Logger, MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"

import { messageOf } from "../../domain/errors"

/**
 * Runs work whose failure must not stop its caller: a checkout, a job, a subscriber. Any failure (a lock, a lost connection, a bug of this
 * plugin) is logged, and the caller gets `otherwise`; the hourly reconciliation records later what was missed.
 */
export async function logAndContinue<T>(container: MedusaContainer, what: string, work: () => Promise<T>, otherwise: T): Promise<T> {
  try {
    return await work()
  } catch (error) {
    const logger: Logger = container.resolve(ContainerRegistrationKeys.LOGGER)
    logger.error(`affiliate: ${what} failed, continuing without it: ${causeOf(error)}`)
    return otherwise
  }
}

/** The database driver puts the whole statement before the cause; the end says what happened. */
export const causeOf = (error: unknown): string => messageOf(error).slice(-300)
