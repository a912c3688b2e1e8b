import type { PaginatedResponse } from "../../../types"
import type { EntityOption, EntitySource } from "../../hooks/use-entity-options"

/** The largest page of our own list routes, and as many values as a filter of theirs takes. */
const MOST = 100

/** Records by their ids, however many, with as few requests as the list routes allow. What was deleted from the store is not among them. */
export async function namesOf<Response extends PaginatedResponse>(source: EntitySource<Response>, ids: string[]): Promise<EntityOption[]> {
  const parts = Array.from({ length: Math.ceil(ids.length / MOST) }, (_, part) => ids.slice(part * MOST, (part + 1) * MOST))
  const pages = await Promise.all(parts.map((part) => source.fetch({ id: part, limit: part.length, offset: 0 })))
  return pages.flatMap(source.toOptions)
}
