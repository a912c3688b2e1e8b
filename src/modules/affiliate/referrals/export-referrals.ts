import { z } from "@medusajs/framework/zod"

import type { ListedReferral } from "../../../domain/referrals/referral-list"
import { withAffiliates } from "../database/with-affiliates"
import type { Sql } from "../database/connection"
import { withPattern } from "../database/page"
import { readAll } from "../database/read-all"
import { text, time } from "../database/row-check"
import { REFERRALS, type ReferralFilters } from "./list-referrals"

const LISTED = z.strictObject({
  started_at: time,
  program_name: text,
  affiliate_code: text,
  customer_email: text,
  customer_name: text,
  source: text,
  order_id: text.nullable(),
  ended_at: time.nullable(),
  reason: text.nullable(),
})

/** Referrals for the merchant's books, newest first, page by page. */
export async function* exportReferrals(sql: Sql, filters: ReferralFilters): AsyncGenerator<ListedReferral[]> {
  yield* readAll<ListedReferral, ReferralFilters>(
    sql,
    {
      ...REFERRALS,
      row: LISTED,
      fields: `referral.started_at, program.name AS program_name, affiliate.code AS affiliate_code, referral.email AS customer_email,
        concat_ws(' ', customer.first_name, customer.last_name) AS customer_name, referral.source, referral.order_id, referral.ended_at,
        coalesce(referral.ended_reason, referral.reason) AS reason`,
      joins: `${REFERRALS.joins ?? ""} JOIN affiliate_program program ON program.id = referral.program_id`,
    },
    await withAffiliates(sql, withPattern(filters))
  )
}
