/** How a month of a program stands. */
export interface CloseFacts {
  /** The program's first month. */
  first: string
  last_closed: string | null
  is_open: boolean
  is_closed: boolean
  has_ended: boolean
  /** The first month before it that has commissions and is not closed. */
  open_before: string | null
}

/** Why a month cannot be closed, for programs, and the month that is named with it. */
export interface CloseRefusal {
  code: "not_ended" | "earlier_month_open" | "counts_as_closed" | "not_begun"
  /** The earlier open month, the later closed one, or the program's first; null where none is named. */
  period: string | null
}

/** Null where a month can be closed, or is closed. */
export function closeRefusal(
  { first, last_closed, is_open, is_closed, has_ended, open_before }: CloseFacts,
  period: string
): CloseRefusal | null {
  if (is_closed) return null
  if (!has_ended) return { code: "not_ended", period: null }
  if (open_before !== null) return { code: "earlier_month_open", period: open_before }
  if (is_open) return null
  if (last_closed !== null && period < last_closed) return { code: "counts_as_closed", period: last_closed }
  return period < first ? { code: "not_begun", period: first } : null
}
