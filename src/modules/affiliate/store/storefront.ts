import { rows, type Sql } from "../database/connection"

export interface Storefront {
  store_name: string
  /** Null in a store that has none, and whose Store API is closed to everybody. */
  publishable_key: string | null
}

/** Of several keys, one of the program's channels, else one of the store's default channel, else the oldest. */
const STOREFRONT = `
  SELECT store.name AS store_name, (
    SELECT api_key.token FROM api_key
    LEFT JOIN publishable_api_key_sales_channel channel ON channel.publishable_key_id = api_key.id AND channel.deleted_at IS NULL
    WHERE api_key.type = 'publishable' AND api_key.deleted_at IS NULL AND (api_key.revoked_at IS NULL OR api_key.revoked_at > now())
    ORDER BY coalesce(channel.sales_channel_id = ANY(:sales_channel_ids), false) DESC,
             coalesce(channel.sales_channel_id = store.default_sales_channel_id, false) DESC, api_key.created_at, api_key.id
    LIMIT 1
  ) AS publishable_key
  FROM store WHERE store.deleted_at IS NULL ORDER BY store.created_at LIMIT 1`

/** What a page needs to call the Store API for a program of these sales channels. */
export async function readStorefront(sql: Sql, salesChannelIds: string[]): Promise<Storefront> {
  const [found] = await rows<Storefront>(sql, STOREFRONT, { sales_channel_ids: salesChannelIds })
  return found ?? { store_name: "", publishable_key: null }
}
