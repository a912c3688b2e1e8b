/**
 * What a storefront needs, wherever its code runs: in a browser, an app, Node.js or on the edge. Nothing here is read from the environment
 * when it is loaded.
 */
export { createAffiliateClient, type AffiliateClient, type MedusaSdk } from "./client"
export { recordLanding, type LandingOptions } from "./landing"
export { AFFILIATE_COOKIE, affiliateHeaders, affiliateToken, type CookieReader, type Cookies } from "./token"
export { withAffiliate } from "./with-affiliate"
export type {
  AffiliateClickIgnoredReason,
  StoreAffiliateClick,
  StoreAffiliateClickResponse,
  StoreCreateAffiliateClick,
} from "../types/http/clicks"
export type {
  StoreAttributeCart,
  StoreAttributeCartResponse,
  StoreCartAttribution,
  StoreCartAttributionResponse,
  StoreCartRefusal,
  StoreCartRefusalReason,
} from "../types/http/attribution"
