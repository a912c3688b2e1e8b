import type { StoreAffiliateProgram } from "./programs"

/** A program's terms, as its sign-up page shows them to everybody. */
export type AffiliatePublicProgram = Omit<StoreAffiliateProgram, "is_enrolled" | "affiliate">

/** What the affiliates' portal needs before anybody is logged in. */
export interface AffiliatePortalConfig {
  store_name: string
  /** Null in a store that has no publishable key. */
  publishable_key: string | null
  /** Of the handle, or the only running one. Null where there is none that every customer may join now. */
  program: AffiliatePublicProgram | null
}

/** `GET /affiliate/portal/config` */
export interface AffiliatePortalConfigParams {
  /** The handle of a program. */
  program?: string
}

export interface AffiliatePortalConfigResponse {
  config: AffiliatePortalConfig
}
