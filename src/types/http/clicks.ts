import type { IgnoredReason } from "../../domain/clicks/landing"

/** Why nothing was recorded. */
export type AffiliateClickIgnoredReason = IgnoredReason

/** `POST /store/affiliate-clicks`, `POST /affiliate/clicks` */
export interface StoreCreateAffiliateClick {
  /** The page the visitor landed on, with the affiliate's code in it. */
  url: string
  /** The page the visitor came from. */
  referrer?: string | null
  /** The program's number or handle; any program that the code belongs to when absent. */
  program?: string | number | null
  /** The token the visitor holds: a program in which the first click counts answers it again, as long as it is valid. */
  token?: string | null
}

export interface StoreAffiliateClick {
  /** Signed. Keep it in place of the one held so far, and hand it over with the cart or the registration. */
  token: string
  expires_at: string
}

/** 201 with the click, or 200 when there was nothing to record. */
export type StoreAffiliateClickResponse = { click: StoreAffiliateClick } | { click: null; reason: AffiliateClickIgnoredReason }
