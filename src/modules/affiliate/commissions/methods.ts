import type { Database } from "../database/database"
import type { PageOf, PageRequest } from "../database/page"
import { listCommissions, type CommissionFilters, type CommissionRow } from "./list-commissions"

/** What orders, and changes of orders, earn. Recording them is part of recording an order: `orders.record`. */
export const commissions = (db: Database) => ({
  /** Commissions with the status their period gives them. */
  list(filters: CommissionFilters, page: PageRequest): Promise<PageOf<CommissionRow>> {
    return listCommissions(db.sql, filters, page)
  },
})
