import type { MedusaRequest } from "@medusajs/framework/http"

import type { AffiliateFilters, AffiliateRow } from "../../../modules/affiliate/affiliates/list-affiliates"
import type { PageRequest } from "../../../modules/affiliate/database/page"
import { affiliateModule } from "../../../workflows/utils/affiliate-module"

/** A customer's enrolments, with their balances. */
export async function listOwnAffiliates(req: MedusaRequest, filters: AffiliateFilters, page: PageRequest) {
  const module = affiliateModule(req.scope)
  const { rows, count } = await module.affiliates.list(filters, page)
  const balances = await module.ledger.listBalances(rows.map(({ id }) => id))
  return { rows: rows.map((row) => ({ ...toOwn(row), balances: balances.get(row.id) ?? [] })), count }
}

/** What affiliates see of themselves: not the merchant's notes in `metadata`. */
const toOwn = ({ id, number, code, status, status_reason, program, link, promo_code, created_at, ...row }: AffiliateRow) => ({
  id,
  number,
  code,
  status,
  status_reason,
  program,
  commission_percent: row.effective_commission_percent,
  link,
  promo_code,
  promo_codes: row.promo_codes.map((promoCode) => promoCode.code),
  created_at,
})
