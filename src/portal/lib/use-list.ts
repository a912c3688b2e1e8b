import { useEffect, useState } from "react"

import { call } from "./api"

const PAGE = 20

/** A list, page after page. The path has a query of its own. */
// eslint-disable-next-line @typescript-eslint/no-unnecessary-type-parameters -- the caller knows what the route answers
export function useList<Row>(path: string, key: string) {
  const [state, setState] = useState<{ path: string; rows: Row[]; count: number | null; error: unknown }>({
    path,
    rows: [],
    count: null,
    error: null,
  })
  const [wanted, setWanted] = useState({ path, offset: 0, round: 0 })
  const offset = wanted.path === path ? wanted.offset : 0
  useEffect(() => {
    const abort = new AbortController()
    call<Record<string, Row[]> & { count: number }>(`${path}&limit=${PAGE}&offset=${offset}`, { signal: abort.signal }).then(
      (page) =>
        setState((before) => ({
          path,
          rows: [...(offset > 0 && before.path === path ? before.rows.slice(0, offset) : []), ...((page[key] as Row[] | undefined) ?? [])],
          count: page.count,
          error: null,
        })),
      (error: unknown) => {
        if (!abort.signal.aborted) setState((before) => ({ ...before, path, error }))
      }
    )
    return () => abort.abort()
  }, [path, key, offset, wanted.round])
  const isCurrent = state.path === path
  return {
    rows: isCurrent ? state.rows : [],
    count: isCurrent ? state.count : null,
    error: isCurrent ? state.error : null,
    hasMore: isCurrent && state.count !== null && state.rows.length < state.count,
    more: () => setWanted({ path, offset: state.rows.length, round: 0 }),
    reload: () => setWanted(({ round }) => ({ path, offset: 0, round: round + 1 })),
  }
}

export type List<Row> = ReturnType<typeof useList<Row>>
