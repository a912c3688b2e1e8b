import { isRunning, type ProgramRules } from "../attribution/attribution"

/** Whether a customer may join: an empty list lets everybody in, otherwise one shared group is enough (BILLmanager's "Client group"). */
export const mayJoin = (eligibleGroupIds: string[], customerGroupIds: string[]): boolean =>
  eligibleGroupIds.length === 0 || eligibleGroupIds.some((id) => customerGroupIds.includes(id))

/** Who enrolls: an admin by hand, the customer, the customer whom a merchant has invited, or the program when it enrolls automatically. */
export type EnrollmentOrigin = "admin" | "customer" | "invitation" | "program"
export type EnrollmentRefusal = "program_not_running" | "not_eligible" | "former_affiliate"

export interface EnrollmentTerms extends Pick<ProgramRules, "status" | "starts_at" | "ends_at"> {
  eligible_customer_group_ids: string[]
}

export interface EnrollingCustomer {
  customer_group_ids: string[]
  /** Whether an affiliate of the program had this e-mail until their account was deleted. */
  is_former_affiliate?: boolean
}

/**
 * Why a customer cannot become an affiliate at `now`; null when they can. An admin may enroll and invite anybody, before the program starts too:
 * the groups say who may join without an admin.
 */
export function enrollmentRefusal(
  program: EnrollmentTerms,
  customer: EnrollingCustomer,
  origin: EnrollmentOrigin,
  now: Date
): EnrollmentRefusal | null {
  if (isChosen(origin)) return program.status === "active" && (!program.ends_at || now < program.ends_at) ? null : "program_not_running"
  if (!isRunning(program, now)) return "program_not_running"
  if (customer.is_former_affiliate) return "former_affiliate"
  return mayJoin(program.eligible_customer_group_ids, customer.customer_group_ids) ? null : "not_eligible"
}

/** A new affiliate waits for approval where the program asks for it, unless an admin enrolled or invited them. */
export const initialStatus = (program: { requires_approval: boolean }, origin: EnrollmentOrigin): "pending" | "active" =>
  program.requires_approval && !isChosen(origin) ? "pending" : "active"

/** Whom a merchant has chosen needs no group and no approval. */
const isChosen = (origin: EnrollmentOrigin): boolean => origin === "admin" || origin === "invitation"
