import { rows, type Sql } from "../database/connection"

/** A page of orders has more persons than PostgreSQL has room for locks: they share 256. Everybody takes them in the same order. */
const buckets = (persons: string): string =>
  `(SELECT DISTINCT hashtext(person.key) & 255 AS bucket FROM ${persons} AND person.key IS NOT NULL ORDER BY bucket) locked`

const SHARE = `
  SELECT pg_advisory_xact_lock_shared(hashtext('affiliate_person'), bucket) FROM ${buckets(`"order" o
    CROSS JOIN LATERAL (VALUES ('email ' || lower(o.email)), ('customer ' || o.customer_id)) person(key) WHERE o.id = ANY(:ids)`)}`

const OWN = `
  SELECT pg_advisory_xact_lock(hashtext('affiliate_person'), bucket) FROM ${buckets(
    `(VALUES ('email ' || lower(:email::text)), ('customer ' || :customer_id::text)) person(key) WHERE true`
  )}`

/**
 * Until the end of the transaction no referral of these orders' persons is set by hand. Setting one reads the decisions that recording
 * writes, and recording reads the referrals: without the lock each could miss what the other has not committed, and the order would keep an
 * affiliate who had lost it. Recordings do not wait for each other.
 */
export async function lockPersonsOfOrders(sql: Sql, ids: string[]): Promise<void> {
  await rows(sql, SHARE, { ids })
}

/** Waits until no order of this person is being recorded, and keeps it so. To be called before anything else is locked. */
export async function lockPerson(sql: Sql, person: { customer_id: string; email: string }): Promise<void> {
  await rows(sql, OWN, { ...person })
}
