import { DataTable, type DataTableProps } from "@medusajs/dashboard/components"
import { clx, Container, Text } from "@medusajs/ui"
import { type ReactNode, useMemo } from "react"
import { formatCount } from "../../lib/format"
import { type TextKey, useText } from "../../lib/use-text"
import { LoadError } from "./load-error"
import { openRowInTab, shownBy, withRowLinks } from "./row-links"

/** The dashboard keeps a table's heading and tools in one line. Where that is too long, ours go on in the next one. Tailwind finds whole names only. */
const WRAPPED = [
  "max-lg:[&_.justify-between:has(:is(h1,h2))]:flex-wrap",
  "max-lg:[&_.justify-between:has(:is(h1,h2))>div]:flex-wrap",
  "max-lg:[&_.justify-between:has(:is(h1,h2))>div]:gap-y-2",
  "[&_.justify-between:has(:is(h1,h2))_a]:shrink-0",
  "[&_button]:shrink-0",
  "[&_.justify-between:has(:is(h1,h2))_:is(a,button)]:whitespace-nowrap",
].join(" ")

/** The lists for which `en.json` has a text that explains an empty table. */
type EmptyList = Extract<TextKey, `empty.${string}.title`> extends `empty.${infer Name}.title` ? Name : never

interface ListSectionProps<Row> extends Omit<DataTableProps<Row>, "data" | "rowCount" | "isLoading" | "emptyState"> {
  rows: Row[] | undefined
  count: number | undefined
  /** False where there are more rows than were counted. */
  isCountExact?: boolean
  isPending: boolean
  error: Error | null
  empty: EmptyList
  /** What stands above the table, in the same section. */
  children?: ReactNode
}

/**
 * A table in its section. Without rows it says why: "nothing yet", "nothing found", or an error. Rows that are there stay while they cannot be refreshed, with the error above them.
 */
export function ListSection<Row>(props: ListSectionProps<Row>) {
  const { rows, count, isCountExact = true, isPending, error, empty, children, columns, rowHref, ...table } = props
  const t = useText()
  const linked = useMemo(() => (rowHref ? withRowLinks(columns, rowHref) : columns), [columns, rowHref])

  const failure = error && <LoadError error={error} />
  const failed = { custom: failure }
  return (
    <Container className={clx("divide-y p-0", WRAPPED)} onAuxClick={openRowInTab}>
      {children}
      {rows && failure}
      <DataTable
        {...table}
        columns={linked}
        rowHref={rowHref && ((row: Row) => rowHref(shownBy<Row>(row)))}
        data={rows ?? []}
        rowCount={count ?? 0}
        isLoading={isPending}
        emptyState={{
          empty: error ? failed : { heading: t(`empty.${empty}.title`), description: t(`empty.${empty}.description`) },
          filtered: error ? failed : { heading: t("common.noResults"), description: t("common.noResultsDescription") },
        }}
      />
      {!isCountExact && (
        <Text size="small" className="text-ui-fg-subtle px-6 py-3">
          {t("common.moreThanCounted", { counted: formatCount(count ?? 0) })}
        </Text>
      )}
    </Container>
  )
}
