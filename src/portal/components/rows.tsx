import type { ReactNode } from "react"

import { useTexts } from "../i18n/use-texts"
import type { List } from "../lib/use-list"
import { Failed, Loading } from "./loaded"

interface RowsProps<T> {
  list: List<T>
  empty: string
  label: string
  children: (rows: T[]) => ReactNode
}

/** A list of rows, with more of them where there are. */
export function Rows<T>({ list, empty, label, children }: RowsProps<T>) {
  const { t } = useTexts()
  if (list.error !== null) return <Failed error={list.error} retry={list.reload} />
  if (list.count === null) return <Loading />
  if (list.rows.length === 0) return <p className="soft">{empty}</p>
  return (
    <>
      <ul className="rows" aria-label={label}>
        {children(list.rows)}
      </ul>
      {list.hasMore && (
        <div>
          <button className="button quiet" type="button" onClick={list.more}>
            {t.more}
          </button>
        </div>
      )}
    </>
  )
}
