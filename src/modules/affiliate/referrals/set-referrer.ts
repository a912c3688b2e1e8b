import { generateEntityId } from "@medusajs/framework/utils"

import { isReferralExpired } from "../../../domain/attribution/attribution"
import { InvalidInput } from "../../../domain/errors"
import { requireReason } from "../../../domain/text/plain-text"
import { lockPerson } from "../attribution/lock-persons"
import { readOrdersOfPerson } from "../attribution/orders-of-person"
import { listCustomers } from "../store/store-lookups"
import { rows, type Sql } from "../database/connection"
import { ConcurrentReferral, redecideOrders, type Attributed } from "../attribution/attribute-orders"
import { startOfOpenPeriods } from "../periods/due-periods"
import { isDataFault } from "../orders/order-fault"
import { recordCommissions } from "../commissions/record-commissions"
import { requireAffiliate } from "../affiliates/require-affiliate"
import { isCurrentReferral } from "../attribution/current"
import { notFound } from "../database/not-found"

export interface ReferrerChange {
  customer_id: string
  /** Null ends the customer's referrals. */
  affiliate_id: string | null
  /** Ends the referral in this program only. */
  program_id?: string
  reason: string
  /** The user who decided it. */
  created_by: string
  now: Date
}

interface Person {
  customer_id: string
  email: string
}

interface CurrentReferral {
  id: string
  affiliate_id: string
  started_at: Date
}

const CURRENT = `
  SELECT id, affiliate_id, started_at FROM affiliate_referral referral
  WHERE (email = :email OR customer_id = :customer_id) AND ${isCurrentReferral("referral")}
    AND (:program_id::text IS NULL OR program_id = :program_id)
  ORDER BY id FOR UPDATE`

const END = `
  UPDATE affiliate_referral SET ended_at = :now, ended_by = :created_by, ended_reason = :reason, updated_at = :now WHERE id = ANY(:ids)`

/** Ends the referrals that overlap the new one. A referral that began after it ends when it began, so it never counted. */
const REPLACE = `
  UPDATE affiliate_referral SET ended_at = greatest(started_at, :started_at), updated_at = :now
  WHERE (email = :email OR customer_id = :customer_id) AND program_id = :program_id AND deleted_at IS NULL
    AND (ended_at IS NULL OR ended_at > :started_at)`

const INSERT_REFERRAL = `
  INSERT INTO affiliate_referral (id, program_id, affiliate_id, customer_id, email, source, reason, created_by, started_at, created_at, updated_at)
  VALUES (:id, :program_id, :affiliate_id, :customer_id, :email, 'manual', :reason, :created_by, :started_at, :now, :now)
  ON CONFLICT DO NOTHING RETURNING id`

/**
 * Refers a customer to an affiliate by hand ("Referred by client"), or ends the customer's referrals. The referral counts from the start of
 * the program's earliest open period: orders of open periods are decided again, and `created_at` is when the admin did it. Where captured
 * payments earn, these are the orders whose first payment was captured since then, or is still to come. The same affiliate again changes
 * nothing, but renews a referral that has expired. Runs inside the caller's transaction.
 *
 * @returns the referral, when one was created, and the orders that are still to be recorded: all of them, where one cannot be. The referral
 * and the decisions are written in any case.
 * @throws InvalidInput naming the field, NOT_FOUND for an unknown customer or affiliate.
 */
export async function setReferrer(sql: Sql, requested: ReferrerChange): Promise<Attributed> {
  const change = { ...requested, reason: requireReason(requested.reason) }
  const person = await requirePerson(sql, change.customer_id)
  await lockPerson(sql, person)
  const { affiliate_id } = change
  if (affiliate_id === null) {
    const current = await rows<CurrentReferral>(sql, CURRENT, { ...person, program_id: change.program_id ?? null })
    await rows(sql, END, { ...change, ids: current.map(({ id }) => id) })
    return { order_ids: [], referrals: [] }
  }

  const affiliate = await requireAffiliate(sql, affiliate_id, person, ["active"])
  const { program_id } = affiliate
  const [current, ...others] = await rows<CurrentReferral>(sql, CURRENT, { ...person, program_id })
  const isSame = current?.affiliate_id === affiliate_id && others.length === 0
  if (isSame && !isReferralExpired(current.started_at, affiliate, change.now)) return { order_ids: [], referrals: [] }

  const started_at = await startOfOpenPeriods(sql, program_id, change.now)
  const referral = { ...change, ...person, program_id, started_at, id: generateEntityId(undefined, "affref") }
  await rows(sql, REPLACE, referral)
  const [created] = await rows<{ id: string }>(sql, INSERT_REFERRAL, referral)
  if (!created) throw new ConcurrentReferral()
  const order_ids = await decideAgain(sql, await readOrdersOfPerson(sql, person, program_id, started_at), program_id, change)
  return { order_ids, referrals: [{ id: created.id, program_id, affiliate_id }] }
}

/** In one transaction with the referral wherever that is possible, so that a crash leaves no decision whose order is not recorded. */
async function decideAgain(
  sql: Sql,
  orderIds: string[],
  program_id: string,
  { now, created_by, reason }: ReferrerChange
): Promise<string[]> {
  await redecideOrders(sql, orderIds, { program_id, now, created_by, note: reason })
  await rows(sql, "SAVEPOINT decided_again")
  try {
    await recordCommissions(sql, orderIds, now)
    return []
  } catch (error) {
    if (!isDataFault(error)) throw error
    await rows(sql, "ROLLBACK TO SAVEPOINT decided_again")
    return orderIds
  }
}

async function requirePerson(sql: Sql, customer_id: string): Promise<Person> {
  const [customer] = await listCustomers(sql, [customer_id])
  if (!customer) throw notFound("Customer", customer_id)
  // A referral follows the e-mail, because Medusa keeps a guest and an account of one person apart.
  if (!customer.email) throw new InvalidInput("customer_id", "a customer without an e-mail cannot be a referral")
  return { customer_id, email: customer.email }
}
