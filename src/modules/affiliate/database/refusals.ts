import { driverMessage } from "./driver-error"

/** The database's own rules (`migrations/sql/`) refused a statement. `cause` is the driver's error, with the statement. */
export class DatabaseRefusal extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options)
    this.name = new.target.name
  }
}

/** A commission counts in a period that was closed meanwhile. The work can be repeated: then it counts in the next open period. */
export class PeriodClosed extends DatabaseRefusal {}

/** An order cannot be recorded as it is; the message says why. */
export class OrderRefused extends DatabaseRefusal {}

/** A row that never changes would have been updated or deleted. */
export class RowNeverChanges extends DatabaseRefusal {}

/** The entries of a posting do not add up to zero. */
export class UnbalancedPosting extends DatabaseRefusal {}

/** An affiliate who has earned would have been deleted. */
export class AffiliateHasEarned extends DatabaseRefusal {}

/** A month would have been closed before an earlier one. */
export class ClosedOutOfOrder extends DatabaseRefusal {}

/** SQLSTATE of each refusal. PostgreSQL leaves class AF free. */
const REFUSALS = new Map<unknown, typeof DatabaseRefusal>([
  ["AF001", PeriodClosed],
  ["AF002", OrderRefused],
  ["AF003", RowNeverChanges],
  ["AF004", UnbalancedPosting],
  ["AF005", AffiliateHasEarned],
  ["AF006", ClosedOutOfOrder],
])

/**
 * Turns a refusal of the database into its class, and returns any other error unchanged. This has to happen inside the transaction, because
 * Medusa strips SQLSTATE from errors that leave it.
 */
export function namedRefusal(error: unknown): unknown {
  const { code } = (error ?? {}) as { code?: unknown }
  const Refusal = REFUSALS.get(code)
  return Refusal ? new Refusal(driverMessage(error), { cause: error }) : error
}
