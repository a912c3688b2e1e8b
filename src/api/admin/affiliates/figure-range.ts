import { InvalidInput } from "../../../domain/errors"
import { AFFILIATE_FIGURES } from "../../../domain/affiliates/figures"
import type { FigureRange } from "../../../modules/affiliate/affiliates/figures"
import { toMedusaError } from "../../../workflows/utils/to-medusa-error"

interface FigureQuery {
  from?: Date
  to?: Date
  currency_code?: string
  order?: string
}

/**
 * The range of a request's figures; null where it asks for none.
 *
 * @throws MedusaError INVALID_DATA naming what is missing, or a range that is empty.
 */
export function figureRangeOf({ from, to, currency_code, order }: FigureQuery): FigureRange | null {
  const isSorted = AFFILIATE_FIGURES.some((name) => name === order?.replace(/^-/, ""))
  if (!from && !to && !currency_code && !isSorted) return null
  const because = isSorted ? `is needed to sort by ${order?.replace(/^-/, "")}` : "is needed for figures, with from, to and currency_code"
  if (!from) throw toMedusaError(new InvalidInput("from", because))
  if (!to) throw toMedusaError(new InvalidInput("to", because))
  if (!currency_code) throw toMedusaError(new InvalidInput("currency_code", because))
  if (from >= to) throw toMedusaError(new InvalidInput("from", "must be earlier than to"))
  return { from, to, currency_code }
}
