import { useDebouncedSearch } from "@medusajs/dashboard/hooks"
import { keepPreviousData, useInfiniteQuery, useQuery } from "@tanstack/react-query"
import { useRef } from "react"
import type { PaginatedResponse } from "../../types"
import { namesOf } from "../lib/entity-sources/names-of"
import { useText } from "../lib/use-text"

export interface EntityOption {
  value: string
  label: string
}

interface EntityQuery {
  q?: string
  id?: string[]
  limit: number
  offset: number
}

export interface EntitySource<Response extends PaginatedResponse> {
  key: readonly unknown[]
  fetch: (query: EntityQuery) => Promise<Response>
  toOptions: (response: Response) => EntityOption[]
}

const PAGE_SIZE = 20

/**
 * Options for a searchable select over a list route. Selected entries are always among them, even while the search finds others, because
 * the select can only name what is in its options. Selected ids that no page has contained yet are fetched by id.
 */
export function useEntityOptions<Response extends PaginatedResponse>(source: EntitySource<Response>, selected: string[]) {
  const { searchValue, onSearchValueChange, query } = useDebouncedSearch()
  const t = useText()
  const seen = useRef(new Map<string, EntityOption>())

  const found = useInfiniteQuery({
    queryKey: [...source.key, "options", query ?? ""],
    queryFn: ({ pageParam }) => source.fetch({ q: query, limit: PAGE_SIZE, offset: pageParam }),
    initialPageParam: 0,
    getNextPageParam: ({ count, offset, limit }) => (count > offset + limit ? offset + limit : undefined),
    placeholderData: keepPreviousData,
  })
  const foundOptions = found.data?.pages.flatMap(source.toOptions) ?? []
  for (const option of foundOptions) seen.current.set(option.value, option)

  const missing = selected.filter((id) => !seen.current.has(id)).sort()
  const named = useQuery({
    queryKey: [...source.key, "named", missing],
    queryFn: () => namesOf(source, missing),
    enabled: missing.length > 0 && !found.isPending,
  })
  if (named.data && !named.isPlaceholderData) {
    for (const option of named.data) seen.current.set(option.value, option)
    // What was deleted from the store has to be shown, or nobody could take it away.
    for (const id of missing.filter((id) => !seen.current.has(id))) {
      seen.current.set(id, { value: id, label: t("common.deletedRecord", { id }) })
    }
  }

  return {
    // Search results come first, so that Enter selects one of them.
    options: [
      ...foundOptions,
      ...selected.filter((id) => foundOptions.every(({ value }) => value !== id)).flatMap((id) => seen.current.get(id) ?? []),
    ],
    searchValue,
    onSearchValueChange,
    fetchNextPage: () => void found.fetchNextPage(),
    isFetchingNextPage: found.isFetchingNextPage,
  }
}
