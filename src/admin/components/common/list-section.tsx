import { DataTable, type DataTableProps } from "@medusajs/dashboard/components"
import { Container } from "@medusajs/ui"
import { type TextKey, useText } from "../../lib/use-text"
import { LoadError } from "./load-error"

/** The lists for which `en.json` has a text that explains an empty table. */
export type EmptyList = Extract<TextKey, `empty.${string}.title`> extends `empty.${infer Name}.title` ? Name : never

interface ListSectionProps<Row> extends Omit<DataTableProps<Row>, "data" | "rowCount" | "isLoading" | "emptyState"> {
  rows: Row[] | undefined
  count: number | undefined
  isPending: boolean
  error: Error | null
  empty: EmptyList
}

/** A table in its section, with one empty text for "nothing yet" and another for "nothing found". */
export function ListSection<Row>({ rows, count, isPending, error, empty, ...table }: ListSectionProps<Row>) {
  const t = useText()
  return (
    <Container className="divide-y p-0">
      {error && <LoadError error={error} />}
      <DataTable
        {...table}
        data={rows ?? []}
        rowCount={count ?? 0}
        isLoading={isPending}
        emptyState={{
          empty: { heading: t(`empty.${empty}.title`), description: t(`empty.${empty}.description`) },
          filtered: { heading: t("common.noResults"), description: t("common.noResultsDescription") },
        }}
      />
    </Container>
  )
}
