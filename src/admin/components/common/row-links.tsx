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
    if (column.id === "actions") return withoutRowClick(column)
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

/** A row's menu is drawn elsewhere on the page, but what is clicked there reaches the row all the same: React hands events on to the parent. */
function withoutRowClick<Row>(column: DataTableColumnDef<Row>): DataTableColumnDef<Row> {
  const cell = column.cell as unknown as Cell<Row>
  const apart: Cell<Row> = (context) => <div onClick={(event) => event.stopPropagation()}>{cell(context)}</div>
  return { ...column, cell: apart } as unknown as DataTableColumnDef<Row>
}

/** What a row shows: Medusa's table types it as handed to `rowHref`, and hands over TanStack's row with it inside. */
export const shownBy = <Row,>(row: Row | { original: Row }): Row =>
  typeof row === "object" && row !== null && "original" in row ? row.original : row

/** Opens the row under the middle button in a new tab, wherever in the row the pointer is. */
export function openRowInTab(event: MouseEvent): void {
  if (event.button !== 1 || !(event.target instanceof Element) || event.target.closest("a, button")) return
  const link = event.target.closest("tr")?.querySelector<HTMLAnchorElement>("a[data-row-link]")
  if (link) window.open(link.href, "_blank", "noreferrer")
}
