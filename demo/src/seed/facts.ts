import type { Login } from "./people"
import type { Shop } from "./shop/store"

/** What the seed tells the demo's page and launcher: kept as the store's metadata, so that it lives and goes with the database. */
export interface DemoFacts extends Omit<Shop, "products"> {
  variant_ids: string[]
  admin: Login
  shopper: Login
  /** Absent after `npm run demo -- --empty`. */
  affiliate_data?: {
    program_id: string
    program_number: number
    affiliate_id: string
    affiliate: Login
    /** One who is paid in store credit, and has some left. */
    paid_in_credit: Login
  }
}
