import { isOvertaken } from "./in-transaction"

/**
 * SQLSTATE classes of what is no order's fault: connection lost, transaction overtaken, a table or column that is not there (an upgrade
 * without its migration), resources short, object locked, operator's intervention (a statement's time limit is one).
 */
const PASSING_CLASSES = ["08", "40", "42", "53", "55", "57"]

/** Whether doing the same again, later, may work. */
export function isTemporary(error: unknown): boolean {
  if (isOvertaken(error)) return true
  const { code } = (error ?? {}) as { code?: unknown }
  if (typeof code !== "string") return false
  // Node's own codes (ECONNRESET) speak of the network.
  return PASSING_CLASSES.includes(code.slice(0, 2)) || /^E[A-Z]{3,}$/.test(code)
}
