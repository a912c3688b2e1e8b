import type { Database } from "../database/database"
import { listCustomers, unknownIds, type KnownCustomer } from "./store-lookups"

/** Reads of Medusa's own tables. */
export const store = (db: Database) => ({
  /** Customers with the groups they are in. */
  listCustomers(ids: string[]): Promise<KnownCustomer[]> {
    return listCustomers(db.sql, ids)
  },

  /** Whether the store knows a currency. */
  async hasCurrency(currencyCode: string): Promise<boolean> {
    return (await unknownIds(db.sql, "currency", [currencyCode])).length === 0
  },
})
