import type { ListedCommission } from "../../../domain/commissions/commission-list"
import type { Database } from "../database/database"
import type { PageOf, PageRequest } from "../database/page"
import { exportCommissions } from "./export-commissions"
import { listCommissions, type CommissionFilters, type CommissionRow } from "./list-commissions"
import { totalCommissions, type CommissionTotal } from "./total-commissions"

/** What orders, and changes of orders, earn. Recording them is part of recording an order: `orders.record`. */
export const commissions = (db: Database) => ({
  /** Commissions with the status their period gives them. */
  list(filters: CommissionFilters, page: PageRequest): Promise<PageOf<CommissionRow>> {
    return listCommissions(db.sql, filters, page)
  },

  /** What all pages of the list come to, per currency. */
  total(filters: CommissionFilters): Promise<CommissionTotal[]> {
    return totalCommissions(db.sql, filters)
  },

  /** All pages of the list, for a file. */
  export(filters: CommissionFilters): AsyncGenerator<ListedCommission[]> {
    return exportCommissions(db.sql, filters)
  },
})
