import type { ListParams } from "../../types"
import { useListParams } from "./use-list-params"
import { useRange } from "./use-range"

interface RangedListOptions<Params> {
  pageSize: number
  /** Filters of the table. Range, program and currency stand above it. */
  filters: readonly (keyof Params & string)[]
  /** The time that has to lie in the range. */
  time: keyof Params & string
}

/**
 * The filters of a list within the range of the page's address, apart from its page, so that sums and files use the same. Undefined while the
 * range is not known.
 */
export function useRangedList<Params extends ListParams>({ pageSize, filters, time }: RangedListOptions<Params>) {
  const { range, error } = useRange()
  const { limit, offset, order, ...chosen } = useListParams<Params>({ pageSize, filters })
  const found = range && {
    ...chosen,
    program_id: range.program_id,
    [time]: { gte: range.starts_at, lt: range.ends_at },
  }
  return { range, error, filters: found as unknown as Params | undefined, page: { limit, offset, order } }
}
