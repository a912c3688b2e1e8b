import type { MedusaError } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"

import type { EnrollmentRefusal } from "../../../domain/affiliates/enrollment"
import type { GivenTime } from "../../../modules/affiliate/database/clock"
import type { JoiningRefusal } from "../../../domain/agreements/agreement"
import { DomainError, InvalidInput } from "../../../domain/errors"
import type { Enrollment, EnrollmentOutcome } from "../../../modules/affiliate/affiliates/enroll-affiliates"
import { givenTime } from "../../utils/to-date"
import { affiliateModule } from "../../utils/affiliate-module"
import { toMedusaError, withMedusaErrors } from "../../utils/to-medusa-error"
import { notFound } from "../../../modules/affiliate"

/**
 * Enrolls customers in a program; affiliates of the program keep their status. Compensation removes the new affiliates.
 *
 * @throws MedusaError NOT_FOUND for an unknown program or customer, FORBIDDEN when the customer may not join, CONFLICT when the
 * current agreement has to be accepted first, INVALID_DATA when the program does not run, the agreement has no such version
 * or the application is incomplete.
 */
export const enrollAffiliatesStep = createStep(
  "enroll-affiliates",
  async (enrollment: GivenTime<Enrollment>, { container }) => {
    const affiliate = affiliateModule(container)
    const now = givenTime(enrollment.now) ?? (await affiliate.now())
    const outcomes = await withMedusaErrors(() => affiliate.affiliates.enroll({ ...enrollment, now }))
    const enrolled = outcomes.flatMap((outcome) => ("affiliate_id" in outcome ? [outcome] : []))
    if (!enrollment.skip_refused && enrolled.length < outcomes.length) throw enrollmentError(outcomes, enrollment.program_id)
    const created = enrolled.filter(({ is_new }) => is_new).map(({ affiliate_id }) => affiliate_id)
    return new StepResponse(enrolled, created)
  },
  async (created, { container }) => {
    if (created) await affiliateModule(container).affiliates.remove(created)
  }
)

/** The first refusal: the request is answered with one error. */
export function enrollmentError(outcomes: EnrollmentOutcome[], programId: string): MedusaError {
  const [refused] = outcomes.flatMap((outcome) => ("refused" in outcome ? [outcome] : []))
  if (refused?.refused === "unknown_customer") return notFound("Customer", refused.customer_id, "customer_id")
  return toMedusaError(REFUSALS[refused?.refused ?? "program_not_running"](programId))
}

const REFUSALS: Record<EnrollmentRefusal | JoiningRefusal, (programId: string) => DomainError> = {
  program_not_running: (id) =>
    new InvalidInput("program_id", `the affiliate program ${id} accepts no new affiliates now`, "program_not_running"),
  not_eligible: () =>
    new DomainError("forbidden", "Only customers of certain groups may join this affiliate program", { code: "not_eligible" }),
  former_affiliate: () =>
    new DomainError(
      "conflict",
      "An affiliate of this program had this e-mail until their account was deleted; the shop can hand the affiliate over to this account",
      { code: "former_affiliate" }
    ),
  agreement_required: () =>
    new DomainError("conflict", "The current version of the program's agreement has to be accepted with joining, as agreement_version", {
      code: "agreement_required",
    }),
  agreement_outdated: () =>
    new DomainError("conflict", "This version of the agreement is no longer the current one", { code: "agreement_outdated" }),
  unknown_version: () => new InvalidInput("agreement_version", "the program's agreement has no such version", "unknown_version"),
}
