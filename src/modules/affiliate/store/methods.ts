import type { Database } from "../database/database"
import { keepKnownEmails } from "./known-emails"
import { listCustomers, unknownIds, type KnownCustomer } from "./store-lookups"
import { readStorefront, type Storefront } from "./storefront"

/** Medusa's own tables, and what the plugin keeps about them. */
export const store = (db: Database) => ({
  /** Customers with the groups they are in. */
  listCustomers(ids: string[]): Promise<KnownCustomer[]> {
    return listCustomers(db.sql, ids)
  },

  /** Keeps the e-mails that Medusa's table does not lead to: of these customers, or of all. */
  keepKnownEmails(customerIds?: string[]): Promise<void> {
    return db.transaction((sql) => keepKnownEmails(sql, customerIds))
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
