import { useCallback, useEffect, useState } from "react"

import { call } from "./api"

export interface Data<T> {
  data: T | null
  error: unknown
  reload: () => void
}

/** What a route answers; asked for again by `reload`, and for another path. A path of null asks for nothing. */
export function useData<T>(path: string | null): Data<T> {
  const [state, setState] = useState<{ path: string | null; data: T | null; error: unknown }>({ path, data: null, error: null })
  const [round, setRound] = useState(0)
  useEffect(() => {
    if (path === null) return
    const abort = new AbortController()
    call<T>(path, { signal: abort.signal }).then(
      (data) => setState({ path, data, error: null }),
      (error: unknown) => {
        if (!abort.signal.aborted) setState({ path, data: null, error })
      }
    )
    return () => abort.abort()
  }, [path, round])
  const reload = useCallback(() => setRound((count) => count + 1), [])
  const isCurrent = state.path === path
  return { data: isCurrent ? state.data : null, error: isCurrent ? state.error : null, reload }
}
