/** Rows that triggers append, and whose sum by `key` counts. */
interface AppendedTotals {
  table: string
  /** Unique together with `id`; rows that are not merged are found by it. */
  place: [string, string]
  key: string
  sums: string[]
  /** A statement that adds up the `taken` rows elsewhere too. */
  also?: string
}

/**
 * Puts the sum of the rows of a key in their place, in one statement: whoever reads sees the rows or their sum, and what is added meanwhile is not in its
 * snapshot and stays as it is. Rows are taken by their own key: joined by what they are sums of, each of thousands of affiliates could be
 * compared with every row of a first back-fill.
 */
export function mergeTotals({ table, place, key, sums, also }: AppendedTotals): string {
  const samePlace = (one: string, other: string) => place.map((column) => `${one}.${column} = ${other}.${column}`).join(" and ")
  return `
        with places as (select distinct ${place.join(", ")} from ${table} where not is_merged),
        keyed as materialized (
          select total.${place.join(", total.")}, total.id,
                 bool_or(not total.is_merged) over (partition by ${key.replace(/\w+/g, "total.$&")}) as is_touched
          from places join ${table} total on ${samePlace("total", "places")}),
        taken as (
          delete from ${table} total using keyed
          where keyed.is_touched and ${samePlace("total", "keyed")} and total.id = keyed.id
          returning total.*)${also === undefined ? "" : `,
        added as (${also})`}
        insert into ${table} (${key}, ${sums.join(", ")}, is_merged)
        select ${key}, ${sums.map((sum) => `sum(${sum})`).join(", ")}, true from taken group by ${key};`
}
