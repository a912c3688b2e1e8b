import { MedusaError } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"

import type { Enrollment, EnrollmentOutcome } from "../../../modules/affiliate/affiliates/enroll-affiliates"
import { toDate } from "../../utils/to-date"
import { affiliateModule } from "../../utils/affiliate-module"

/**
 * Makes customers affiliates; who already is one stays what he is. Compensation removes the new ones.
 *
 * @throws MedusaError NOT_FOUND for an unknown program or customer, FORBIDDEN when the customer may not join, CONFLICT when the agreement
 * that holds now has to be accepted first, INVALID_DATA when the program does not run or the agreement has no such version.
 */
export const enrollAffiliatesStep = createStep(
  "enroll-affiliates",
  async (enrollment: Enrollment, { container }) => {
    const affiliate = affiliateModule(container)
    const outcomes = await affiliate.affiliates.enroll({ ...enrollment, now: toDate(enrollment.now) })
    const enrolled = outcomes.flatMap((outcome) => ("affiliate_id" in outcome ? [outcome] : []))
    if (!enrollment.skip_refused && enrolled.length < outcomes.length) throw refusal(outcomes, enrollment.program_id)
    const created = enrolled.filter(({ is_new }) => is_new).map(({ affiliate_id }) => affiliate_id)
    return new StepResponse(enrolled, created)
  },
  async (created, { container }) => {
    if (created) await affiliateModule(container).affiliates.remove(created)
  }
)

function refusal(outcomes: EnrollmentOutcome[], programId: string): MedusaError {
  const [refused] = outcomes.flatMap((outcome) => ("refused" in outcome ? [outcome] : []))
  const { customer_id, refused: reason } = refused ?? {}
  switch (reason) {
    case "unknown_customer":
      return new MedusaError(MedusaError.Types.NOT_FOUND, `Customer with id: ${customer_id} was not found (customer_id)`)
    case "not_eligible":
      return new MedusaError(MedusaError.Types.FORBIDDEN, "Only customers of certain groups may join this affiliate program (not_eligible)")
    case "agreement_required":
      return new MedusaError(
        MedusaError.Types.CONFLICT,
        "The current version of the program's agreement has to be accepted with joining, as agreement_version (agreement_required)"
      )
    case "agreement_outdated":
      return new MedusaError(MedusaError.Types.CONFLICT, "This version of the agreement does not hold any more (agreement_outdated)")
    case "unknown_version":
      return new MedusaError(MedusaError.Types.INVALID_DATA, "agreement_version: the program's agreement has no such version")
    default:
      return new MedusaError(
        MedusaError.Types.INVALID_DATA,
        `program_id: the affiliate program ${programId} takes nobody now (program_not_running)`
      )
  }
}
