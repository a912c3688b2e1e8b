import type { ReactNode } from "react"

import { useTexts } from "../i18n/use-texts"
import { errorText } from "../lib/error-text"
import type { Data } from "../lib/use-data"

/** What a route answered, once it has; until then room for it, and what went wrong. */
export function Loaded<T>({ of, children }: { of: Data<T>; children: (data: T) => ReactNode }) {
  if (of.error !== null) return <Failed error={of.error} retry={of.reload} />
  if (of.data === null) return <Loading />
  return <>{children(of.data)}</>
}

export function Loading() {
  const { t } = useTexts()
  return (
    <p className="loading" role="status">
      {t.loading}
    </p>
  )
}

export function Failed({ error, retry }: { error: unknown; retry: () => void }) {
  const { t, language } = useTexts()
  return (
    <div className="stack-s" role="alert">
      <p className="error">{errorText(error, t, language)}</p>
      <div>
        <button className="button quiet" type="button" onClick={retry}>
          {t.tryAgain}
        </button>
      </div>
    </div>
  )
}
