import type { ListedCommission } from "../../../domain/commissions/commission-list"
import { withAffiliates } from "../database/with-affiliates"
import type { Sql } from "../database/connection"
import { withPattern } from "../database/page"
import { readAll } from "../database/read-all"
import { text } from "../database/row-check"
import { COMMISSION_FIELDS, COMMISSION_ROW, COMMISSIONS, type CommissionFilters } from "./list-commissions"

/** Commissions for the merchant's books, newest first, page by page. */
export async function* exportCommissions(sql: Sql, filters: CommissionFilters): AsyncGenerator<ListedCommission[]> {
  yield* readAll<ListedCommission, CommissionFilters>(
    sql,
    {
      ...COMMISSIONS,
      row: COMMISSION_ROW.extend({ program_name: text, affiliate_name: text.nullable() }),
      fields: `${COMMISSION_FIELDS}, program.name AS program_name,
        nullif(concat_ws(' ', customer.first_name, customer.last_name), '') AS affiliate_name`,
      joins: `${COMMISSIONS.joins ?? ""}
        JOIN affiliate_program program ON program.id = commission.program_id
        LEFT JOIN customer ON customer.id = affiliate.customer_id AND customer.deleted_at IS NULL`,
    },
    await withAffiliates(sql, withPattern(filters))
  )
}
