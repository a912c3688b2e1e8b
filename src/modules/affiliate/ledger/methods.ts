import type { Database } from "../database/database"
import type { PageOf, PageRequest } from "../database/page"
import { adjustBalance, type Adjustment, type NewAdjustment } from "./adjust-balance"
import { listLedgerEntries, type LedgerEntryRow, type LedgerFilters } from "./list-ledger-entries"
import { readBalances, type Balance } from "./read-balances"

/** Immutable credits and debits, and the balances that follow from them. */
export const ledger = (db: Database) => ({
  /** Ledger entries, of the affiliates' accounts unless another is requested. */
  list(filters: LedgerFilters, page: PageRequest): Promise<PageOf<LedgerEntryRow>> {
    return listLedgerEntries(db.sql, filters, page)
  },

  /** Balances by affiliate id, per currency, in one statement. */
  listBalances(affiliateIds: string[], now?: Date): Promise<Map<string, Balance[]>> {
    return readBalances(db.sql, affiliateIds, now)
  },

  /** Corrects a balance by hand. */
  adjust(adjustment: NewAdjustment): Promise<Adjustment> {
    return db.transaction((sql) => adjustBalance(sql, adjustment))
  },
})
