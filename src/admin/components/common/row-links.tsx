import type { DataTableColumnDef } from "@medusajs/ui"
import type { MouseEvent, ReactNode } from "react"
import { Link } from "react-router-dom"

interface CellContext<Row> {
  row: { original: Row }
  getValue: () => unknown
}
type Cell<Row> = (context: CellContext<Row>) => ReactNode

/** Makes the first cell of each row a link to the row's page, for keyboards and for a new tab. The table itself hears clicks only. */
export function withRowLinks<Row>(columns: DataTableColumnDef<Row>[], rowHref: (row: Row) => string): DataTableColumnDef<Row>[] {
  const first = columns.findIndex(({ id }) => id !== "select")
  return columns.map((column, position) => {
    if (position !== first) return column
    const cell = column.cell as unknown as Cell<Row> | undefined
    const linked: Cell<Row> = (context) => (
      <Link
        to={rowHref(context.row.original)}
        data-row-link
        onClick={(event) => event.stopPropagation()}
        className="focus-visible:shadow-borders-focus rounded outline-none"
      >
        {cell ? cell(context) : (context.getValue() as ReactNode)}
      </Link>
    )
    return { ...column, cell: linked } as unknown as DataTableColumnDef<Row>
  })
}

/** Opens the row under the middle button in a new tab, wherever in the row the pointer is. */
export function openRowInTab(event: MouseEvent): void {
  if (event.button !== 1 || !(event.target instanceof Element) || event.target.closest("a, button")) return
  const link = event.target.closest("tr")?.querySelector<HTMLAnchorElement>("a[data-row-link]")
  if (link) window.open(link.href, "_blank", "noreferrer")
}
