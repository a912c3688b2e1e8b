import { Badge } from "@medusajs/ui"
import { useQuery } from "@tanstack/react-query"
import type { PaginatedResponse } from "../../../types"
import { namesOf } from "../../lib/entity-sources/names-of"
import { useText } from "../../lib/use-text"
import type { EntitySource } from "../../hooks/use-entity-options"

interface EntityNamesProps<Response extends PaginatedResponse> {
  ids: string[] | null
  source: EntitySource<Response>
  /** The text for an empty list. */
  none: string
}

/** The names of the store's records, such as sales channels. A deleted record is shown as such, by its id. */
export function EntityNames<Response extends PaginatedResponse>({ ids, source, none }: EntityNamesProps<Response>) {
  const t = useText()
  const sorted = [...(ids ?? [])].sort()
  const { data } = useQuery({
    queryKey: [...source.key, "named", sorted],
    queryFn: () => namesOf(source, sorted),
    enabled: sorted.length > 0,
  })
  if (sorted.length === 0) return <span>{none}</span>

  const names = new Map((data ?? []).map(({ value, label }) => [value, label]))
  return sorted.map((id) => (
    <Badge key={id} size="2xsmall" color={data && !names.has(id) ? "orange" : undefined} className="max-w-full truncate">
      {names.get(id) ?? (data ? t("common.deletedRecord", { id }) : "…")}
    </Badge>
  ))
}
