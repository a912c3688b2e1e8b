import { useQueryParams } from "@medusajs/dashboard/hooks"

interface ListParamsOptions<Filter extends string> {
  pageSize: number
  filters?: readonly Filter[]
  /** Keeps two tables of one page apart in its address. */
  prefix?: string
  order?: string
}

type ListParams<Filter extends string> = { limit: number; offset: number; q?: string; order?: string } & {
  [Name in Filter]?: string
}

/** The query of a list from the page's address, where the table keeps search, filters, order and page. */
export function useListParams<Filter extends string = never>(options: ListParamsOptions<Filter>): ListParams<Filter> {
  const { filters = [], pageSize, prefix, order } = options
  const { q, offset, order: chosenOrder, ...raw } = useQueryParams<string>(["q", "offset", "order", ...filters], prefix)

  const values = Object.fromEntries(filters.map((name) => [name, plainValue(raw[name])]))
  return { ...values, q, limit: pageSize, offset: Number(offset) || 0, order: chosenOrder ?? order } as ListParams<Filter>
}

/** The table writes filters as JSON (`"active"`); an address written by hand may say `active`. */
function plainValue(raw: string | undefined): string | undefined {
  if (!raw) return undefined
  try {
    const value: unknown = JSON.parse(raw)
    return Array.isArray(value) ? String(value[0] ?? "") || undefined : String(value)
  } catch {
    return raw
  }
}
