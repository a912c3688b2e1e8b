import type { Database } from "../database/database"
import { listCustomers, unknownIds, type KnownCustomer } from "./store-lookups"
import { readStorefront, type Storefront } from "./storefront"

/** Reads of Medusa's own tables. */
export const store = (db: Database) => ({
  /** Customers with the groups they are in. */
  listCustomers(ids: string[]): Promise<KnownCustomer[]> {
    return listCustomers(db.sql, ids)
  },

  /** What a page needs to call the Store API for a program of these sales channels; none are all. */
  retrieveStorefront(salesChannelIds: string[]): Promise<Storefront> {
    return readStorefront(db.sql, salesChannelIds)
  },

  /** Whether the store knows a currency. */
  async hasCurrency(currencyCode: string): Promise<boolean> {
    return (await unknownIds(db.sql, "currency", [currencyCode])).length === 0
  },
})
