import { randomBytes } from "node:crypto"

import { generateEntityId, MedusaError } from "@medusajs/framework/utils"

import { joiningRefusal, mayAgree, type JoiningRefusal } from "../../../domain/agreements/agreement"
import { readApplication, type ApplicationAnswer } from "../../../domain/affiliates/application"
import { enrollmentRefusal, initialStatus, type EnrollmentOrigin, type EnrollmentRefusal } from "../../../domain/affiliates/enrollment"
import { randomCode } from "../../../domain/text/random-code"
import type { AffiliateStatus } from "../../../domain/affiliates/transitions"
import { listPrograms, type ProgramRow } from "../programs/list-programs"
import { keepKnownEmails } from "../store/known-emails"
import { listCustomers } from "../store/store-lookups"
import { rows, type Sql } from "../database/connection"
import { lockTerms, writeAcceptances } from "../agreements/accept-agreement"
import { notFound } from "../database/not-found"
import { handOverGuests } from "./hand-over-guests"
import { listFormerAffiliates } from "./without-account"

export interface Enrollment {
  program_id: string
  customer_ids: string[]
  origin: EnrollmentOrigin
  now: Date
  /** The version of the program's agreement that a customer accepts by joining. Customers whom others enroll are asked later. */
  agreement_version?: number
  /** What a customer answers to the program's questions. Customers whom others enroll are asked nothing. */
  application?: ApplicationAnswer[]
  /** The rate that new affiliates begin with; the program's when null or absent. */
  commission_percent?: string | null
  /** Whether to enroll the others when some may not join; without it, nobody is enrolled then. */
  skip_refused?: boolean
}

/** The result for one customer: the new or existing affiliate, or why the customer was refused. */
export type EnrollmentOutcome =
  | { customer_id: string; affiliate_id: string; status: AffiliateStatus; is_new: boolean }
  | { customer_id: string; refused: EnrollmentRefusal | "unknown_customer" | JoiningRefusal }

interface NewAffiliate {
  program_id: string
  status: AffiliateStatus
  commission_percent: string | null
  /** JSON. */
  application: string | null
}

interface Enrolled {
  id: string
  customer_id: string
  status: AffiliateStatus
}

const EXISTING = `
  SELECT id, customer_id, status FROM affiliate WHERE program_id = :program_id AND customer_id = ANY(:customer_ids) AND deleted_at IS NULL`

/** Random codes may collide, and a customer may be enrolled twice at the same moment: in both cases no row is inserted, and the caller retries. */
const ENROLL = `
  INSERT INTO affiliate (id, code, status, customer_id, program_id, commission_percent, application)
  SELECT id, code, :status, customer_id, :program_id, :commission_percent::numeric, :application::jsonb
  FROM json_to_recordset(:affiliates::json) AS given(id text, code text, customer_id text)
  ON CONFLICT DO NOTHING RETURNING id, customer_id, status`

const ATTEMPTS = 5

/**
 * Makes customers affiliates of a program, in a handful of statements however many they are. Existing affiliates stay unchanged. Runs inside
 * the caller's transaction.
 *
 * @throws InvalidInput for an incomplete application, NOT_FOUND for an unknown program.
 */
export async function enrollAffiliates(sql: Sql, enrollment: Enrollment): Promise<EnrollmentOutcome[]> {
  const { program_id, customer_ids, origin, now, skip_refused } = enrollment
  const program = await requireProgram(sql, program_id)
  await handOverGuests(sql, customer_ids)
  const existing = await rows<Enrolled>(sql, EXISTING, { program_id, customer_ids })
  const others = without(customer_ids, existing)
  const customers = new Map((await listCustomers(sql, others)).map((customer) => [customer.id, customer]))

  const agreement = others.length > 0 ? await agreementRefusal(sql, enrollment) : null
  const former = origin === "admin" ? new Set<string>() : await listFormerAffiliates(sql, program_id, others)
  const refused = others.flatMap((customer_id) => {
    const customer = customers.get(customer_id)
    const reason = customer
      ? (enrollmentRefusal(program, { ...customer, is_former_affiliate: former.has(customer_id) }, origin, now) ?? agreement)
      : "unknown_customer"
    return reason ? [{ customer_id, refused: reason } as const] : []
  })
  if (refused.length > 0 && !skip_refused) return refused
  const enrolled = await insert(sql, newAffiliate(program, enrollment), without(others, refused))
  if (enrolled.length > 0) await keepKnownEmails(sql, customer_ids)
  await acceptAgreements(sql, enrollment, enrolled)
  return [...refused, ...existing.map((row) => toOutcome(row, false)), ...enrolled]
}

/** Locks the terms until the end of the transaction, so that nobody joins under an agreement that has just been replaced. */
async function agreementRefusal(sql: Sql, { program_id, origin, agreement_version }: Enrollment) {
  return mayAgree(origin) ? joiningRefusal(await lockTerms(sql, program_id), agreement_version) : null
}

async function acceptAgreements(sql: Sql, { origin, agreement_version, now }: Enrollment, enrolled: EnrollmentOutcome[]): Promise<void> {
  if (!mayAgree(origin) || agreement_version === undefined) return
  const acceptances = enrolled.flatMap((outcome) =>
    "is_new" in outcome && outcome.is_new ? [{ affiliate_id: outcome.affiliate_id, accepted_by: outcome.customer_id }] : []
  )
  await writeAcceptances(sql, agreement_version, acceptances, now)
}

/** What all affiliates of an enrolment begin with. @throws InvalidInput for an incomplete application. */
function newAffiliate(program: ProgramRow, { origin, application, commission_percent = null }: Enrollment): NewAffiliate {
  const answers = origin === "customer" ? readApplication(program.application_questions, application) : null
  const status = initialStatus(program, origin)
  return { program_id: program.id, status, commission_percent, application: answers && JSON.stringify(answers) }
}

async function insert(sql: Sql, beginning: NewAffiliate, customerIds: string[]): Promise<EnrollmentOutcome[]> {
  const outcomes: EnrollmentOutcome[] = []
  let waiting = customerIds
  for (let attempt = 1; waiting.length > 0; attempt++) {
    if (attempt > ATTEMPTS) throw new MedusaError(MedusaError.Types.CONFLICT, "Found no free code for a new affiliate")
    const affiliates = waiting.map((customer_id) => ({
      id: generateEntityId(undefined, "aff"),
      code: randomCode(randomBytes(5)),
      customer_id,
    }))
    const inserted = await rows<Enrolled>(sql, ENROLL, { ...beginning, affiliates: JSON.stringify(affiliates) })
    outcomes.push(...inserted.map((row) => toOutcome(row, true)))
    waiting = without(waiting, inserted)
    if (waiting.length === 0) break
    const parallel = await rows<Enrolled>(sql, EXISTING, { program_id: beginning.program_id, customer_ids: waiting })
    outcomes.push(...parallel.map((row) => toOutcome(row, false)))
    waiting = without(waiting, parallel)
  }
  return outcomes
}

function without(customerIds: string[], done: { customer_id: string }[]): string[] {
  const taken = new Set(done.map(({ customer_id }) => customer_id))
  return [...new Set(customerIds)].filter((id) => !taken.has(id))
}

const toOutcome = ({ id, customer_id, status }: Enrolled, is_new: boolean): EnrollmentOutcome => ({
  customer_id,
  affiliate_id: id,
  status,
  is_new,
})

async function requireProgram(sql: Sql, id: string): Promise<ProgramRow> {
  const { rows: found } = await listPrograms(sql, { id: [id] }, { limit: 1, offset: 0 })
  if (!found[0]) throw notFound("Affiliate program", id)
  return found[0]
}
