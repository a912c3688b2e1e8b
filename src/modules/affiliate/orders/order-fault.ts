import { messageOf } from "../../../domain/errors"
import { ConcurrentChange } from "../database/concurrent-change"
import { DatabaseRefusal } from "../database/refusals"
import { isConcurrentChange } from "../database/transaction"

/** SQLSTATE classes of data errors: 22, a value that cannot be computed; 23, a row that breaks a constraint. */
const DATA_CLASSES = ["22", "23"]

/** An order cannot be recorded as it is. `cause` is what went wrong, and so are the words. */
class OrderFault extends Error {
  constructor(cause: unknown) {
    super(messageOf(cause), { cause })
    this.name = "OrderFault"
  }
}

/**
 * Whether an order's own data, or a bug of ours that it brought to light, made the work fail. Everything else (a connection that was lost, a
 * pool that is empty, a column of a migration that has not run) is no order's fault, and the list of it has no end: so it is these that are
 * named.
 */
export function isDataFault(error: unknown): boolean {
  if (isConcurrentChange(error)) return false
  if (error instanceof DatabaseRefusal) return true
  const { code } = (error ?? {}) as { code?: unknown }
  const isRefused = typeof code === "string" && DATA_CLASSES.includes(code.slice(0, 2))
  return isRefused || error instanceof TypeError || error instanceof RangeError
}

/** Runs work on orders inside a transaction and tells their fault by a name: behind the transaction Medusa has taken codes off errors. */
export async function wrapDataError<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    throw isDataFault(error) ? new OrderFault(error) : error
  }
}

/** Whether an order that fails alone belongs in quarantine. An order that conflicts on every retry conflicts with itself. */
export const isOrdersFault = (error: unknown): boolean => error instanceof OrderFault || error instanceof ConcurrentChange
