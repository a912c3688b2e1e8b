import { z } from "@medusajs/framework/zod"

import { DECIMAL_SIGNS } from "../../../domain/text/csv-format"
import { amounts, currencies, flag, oneOrMany, oneOrManyOf, periods, searchText, times } from "../../utils/filters"
import { listParams } from "../../utils/list-params"

const commissionFilters = {
  id: oneOrMany(),
  affiliate_id: oneOrMany(),
  program_id: oneOrMany(),
  order_id: oneOrMany(),
  currency_code: currencies(),
  kind: oneOrManyOf(["order", "edit", "return", "refund", "cancel", "claim", "exchange", "reassign"]),
  status: oneOrManyOf(["pending", "credited", "withheld"]),
  source: oneOrManyOf(["link", "promo_code", "manual"]),
  first_of_order: flag(),
  period: periods(),
  amount: amounts(),
  occurred_at: times(),
  created_at: times(),
  q: searchText(),
}

export const AdminGetCommissions = listParams(["occurred_at", "period", "created_at"]).extend(commissionFilters)
export type AdminGetCommissions = z.infer<typeof AdminGetCommissions>

/** The list's filters, without a page. */
export const AdminGetCommissionTotals = z.object(commissionFilters)
export type AdminGetCommissionTotals = z.infer<typeof AdminGetCommissionTotals>

export const AdminExportCommissions = AdminGetCommissionTotals.extend({ decimal: z.enum(DECIMAL_SIGNS).default("point") })
export type AdminExportCommissions = z.infer<typeof AdminExportCommissions>
