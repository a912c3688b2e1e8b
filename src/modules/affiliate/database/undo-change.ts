/** What was stored before a change, and right after it. */
export interface Change<T> {
  before: T
  after: T
}

/**
 * The row as it is once a change of it is undone: fields that the change wrote get their former value, as long as they still hold its own. What
 * somebody else has written since stays.
 */
export function undoChange<T extends object>(current: T, { before, after }: Change<T>): T {
  const isOwn = (field: keyof T): boolean => !isSame(before[field], after[field]) && isSame(current[field], after[field])
  const undone = { ...current }
  for (const field of Object.keys(before) as (keyof T)[]) if (isOwn(field)) undone[field] = before[field]
  return undone
}

/** Compared as JSON, because a change that a workflow has kept for its compensation has texts for dates. */
const isSame = (left: unknown, right: unknown): boolean => JSON.stringify(left) === JSON.stringify(right)
