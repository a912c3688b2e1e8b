import type { ErrorCode } from "../../domain/errors"

/** Where a page of a list lies. `count` counts all pages. */
export interface PaginatedResponse {
  count: number
  offset: number
  limit: number
}

/** A page of a list that grows with clicks or orders. */
export interface CountedResponse extends PaginatedResponse {
  /** Only where there are more rows than were counted: `count` is then 10000. */
  is_count_exact?: false
}

/** The query of routes that answer one thing. */
export interface SelectParams {
  /** Only these fields, separated by commas. */
  fields?: string
}

/** The query of every list. */
export interface PageParams extends SelectParams {
  /** 20 unless asked for, at most 100. */
  limit?: number
  offset?: number
}

/** The query of lists that can be sorted. */
export interface ListParams extends PageParams {
  /** A field of the list; `-` before it sorts descending. */
  order?: string
}

/** A filter that takes one value or several. */
export type OneOrMany<Value> = Value | Value[]

/** A filter by operators: `created_at[gte]=2016-04-01T00:00:00Z`. */
export interface Bounds<Value> {
  eq?: Value
  gt?: Value
  gte?: Value
  lt?: Value
  lte?: Value
}

/** A filter that takes one value, several, or operators. */
export type Comparison<Value> = OneOrMany<Value> | Bounds<Value>

/** A filter by time: one instant, or operators. */
export type TimeFilter = string | Bounds<string>

/** A decimal number in a request. Answers always carry strings. */
export type DecimalInput = string | number

/** A customer of the store, as lists of affiliates and referrals name them. */
export interface AffiliateCustomer {
  id: string
  email: string | null
  first_name: string | null
  last_name: string | null
}

/** Why a request is refused. */
export type AffiliateErrorCode = ErrorCode

/** Every answer with a status of 400 or more. */
export interface AffiliateErrorResponse {
  type: string
  /** A sentence for people. About a wrong field it begins with the field's name. */
  message: string
  /** The reason for programs, where a caller can act on it: an `AffiliateErrorCode`, or one of Medusa's own codes. */
  code?: string
}
