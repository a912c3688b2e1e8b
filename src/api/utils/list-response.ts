import type { MedusaRequest } from "@medusajs/framework/http"
import { pickDeep } from "@medusajs/framework/utils"

import type { PageOf, PageRequest } from "../../modules/affiliate/database/page"

interface ListQuery {
  limit: number
  offset: number
  order?: string
}

/** The page of a validated list query. */
export const pageOf = ({ limit, offset, order }: ListQuery): PageRequest => ({ limit, offset, order })

/** Filters of a validated list query: what is left without the page. */
export function filtersOf<Query extends ListQuery & { fields?: string }>(
  query: Query
): Omit<Query, "limit" | "offset" | "order" | "fields"> {
  const { limit: _limit, offset: _offset, order: _order, fields: _fields, ...filters } = query
  return filters
}

/** A page of a list that is known whole. */
export const sliceOf = <Row>(rows: Row[], { limit, offset }: ListQuery): PageOf<Row> => ({
  rows: rows.slice(offset, offset + limit),
  count: rows.length,
})

/** A row cut to the `fields` of the request. */
export const selected = <Row extends object>(req: MedusaRequest, row: Row): Partial<Row> =>
  req.validatedQuery.fields === undefined ? row : pickDeep(row, requestedFields(req))

/** Medusa's list answer: `{ <name>, count, offset, limit }`, and `is_count_exact: false` where not all rows were counted. */
export const listResponse = <Row extends object>(req: MedusaRequest, name: string, { rows, count, is_count_exact }: PageOf<Row>) => {
  const { limit, offset } = req.validatedQuery as unknown as ListQuery
  return { [name]: rows.map((row) => selected(req, row)), count, ...(is_count_exact === false && { is_count_exact }), offset, limit }
}

const requestedFields = (req: MedusaRequest): string[] => req.queryConfig.fields.map((field) => field.replace(/^\*|\.\*$/g, ""))
