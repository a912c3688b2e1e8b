import type { IgnoredReason } from "../../domain/clicks/landing"

/** Why nothing was recorded. */
export type AffiliateClickIgnoredReason = IgnoredReason

/** `POST /store/affiliate-clicks` */
export interface StoreCreateAffiliateClick {
  /** The page the visitor landed on, with the affiliate's code in it. */
  url: string
  /** The page the visitor came from. */
  referrer?: string | null
  /** The program's number or handle; any program that the code belongs to when absent. */
  program?: string | number
}

export interface StoreAffiliateClick {
  /** Signed. Hand it over with the cart or the registration. */
  token: string
  expires_at: string
}

/** 201 with the click, or 200 when there was nothing to record. */
export type StoreAffiliateClickResponse = { click: StoreAffiliateClick } | { click: null; reason: AffiliateClickIgnoredReason }
