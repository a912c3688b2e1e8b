import { useQueryParams } from "@medusajs/dashboard/hooks"
import type { ListParams } from "../../types"
import { filterValues } from "../lib/filter-values"

interface ListParamsOptions<Params> {
  pageSize: number
  filters?: readonly (keyof Params & string)[]
  /** Distinguishes two tables of one page in the page's address. */
  prefix?: string
  order?: string
}

type PageParams = { limit: number; offset: number; order?: string; q?: string }

/**
 * The query of a list from the page's address, where the table keeps search, filters, order and page. Filters are typed as the route takes
 * them; what an address written by hand says instead, the route refuses.
 */
export function useListParams<Params extends ListParams = ListParams>(options: ListParamsOptions<Params>): Params & PageParams {
  const { filters = [], pageSize, prefix, order } = options
  const { q, offset, order: chosenOrder, ...raw } = useQueryParams<string>(["q", "offset", "order", ...filters], prefix)

  const values = Object.fromEntries(filters.map((name) => [name, filterValues(raw[name])])) as Partial<Params>
  return { ...values, q, limit: pageSize, offset: Number(offset) || 0, order: chosenOrder ?? order } as Params & PageParams
}
