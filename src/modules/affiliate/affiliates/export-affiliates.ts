import { rows, type Sql } from "../database/connection"
import { filterRows, withPattern } from "../database/page"
import { statement } from "../database/row-check"
import { readFigures, type FigureRange } from "./figures"
import { AFFILIATES, toRow, type AffiliateFilters, type AffiliateRowWithFigures } from "./list-affiliates"

const PAGE = 1000

/** Every affiliate that the filters find, by number, page by page; with figures where there is a range. */
export async function* exportAffiliates(
  sql: Sql,
  filters: AffiliateFilters,
  range: FigureRange | null
): AsyncGenerator<AffiliateRowWithFigures[]> {
  const { where, bindings } = filterRows(AFFILIATES, withPattern(filters))
  const next = statement(
    `SELECT ${AFFILIATES.fields} FROM ${AFFILIATES.from} ${AFFILIATES.joins ?? ""} ${where || "WHERE true"} AND affiliate.number > :after
     ORDER BY affiliate.number LIMIT :limit`,
    AFFILIATES.row
  )
  for (let after = 0; ; ) {
    const found = await rows(sql, next, { ...bindings, after, limit: PAGE })
    const ids = found.map(({ id }) => id)
    const figures = range ? await readFigures(sql, ids, range) : new Map<string, null>()
    yield found.map((row) => ({ ...toRow(row), figures: figures.get(row.id) ?? null }))
    const last = found.at(-1)
    if (!last || found.length < PAGE) return
    after = last.number
  }
}
