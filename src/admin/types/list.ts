export interface Page {
  count: number
  offset: number
  limit: number
}

export interface ListQuery {
  q?: string
  limit?: number
  offset?: number
  order?: string
}

/** An exact decimal in major units. The API may write it as a number. */
export type Decimal = string | number
