/**
 * The shapes of this plugin's HTTP API. `Admin…` belongs to routes below `/admin`, `Store…` to routes below `/store`; what both answer alike
 * has neither prefix. Amounts and percentages are decimal strings, times are ISO 8601 in UTC, months are `YYYY-MM`. With `fields` an answer
 * has only the fields that were asked for.
 */
export type { AffiliateEvent, AffiliateEventPayloads } from "./events"
export type * from "./http"
export type { Serialized } from "./serialized"
