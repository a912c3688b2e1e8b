import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"

import type { ProgramInput } from "../../../domain/programs/program-settings"
import type AffiliateModuleService from "../../../modules/affiliate/service"
import { withMedusaErrors } from "../../utils/to-medusa-error"
import { requirePayoutMethods } from "../../payouts/payout-methods"
import { affiliateModule } from "../../utils/affiliate-module"

export interface UpdateProgramInput {
  id: string
  /** Only the fields that change. */
  update: ProgramInput
}

/** The newest version of a program's agreement, whether it is in force or was taken away. */
async function latestAgreement(affiliate: AffiliateModuleService, program_id: string): Promise<{ id: string; version: number } | null> {
  const [latest] = await affiliate.listAgreements({ program_id }, { select: ["id", "version"], order: { version: "DESC" }, take: 1 })
  return latest ?? null
}

/**
 * Changes a program's settings. Compensation undoes this change, not those that others have made since.
 *
 * @throws MedusaError INVALID_DATA naming the wrong field, NOT_FOUND for an unknown program.
 */
export const updateProgramStep = createStep(
  "update-program",
  async ({ id, update }: UpdateProgramInput, { container }) => {
    const affiliate = affiliateModule(container)
    const known = await latestAgreement(affiliate, id)
    const { before, after } = await withMedusaErrors(() => {
      requirePayoutMethods(container, update)
      return affiliate.programs.update(id, update)
    })
    const concernsPromoCodes = (["status", "promo_code_template", "customer_discount_percent"] as const).some(
      (field) => before[field] !== after[field]
    )
    const latest = before.agreement_text === after.agreement_text ? known : await latestAgreement(affiliate, id)
    const agreements = latest && latest.id !== known?.id ? [{ id: latest.id, program_id: id, version: latest.version }] : []
    return new StepResponse({ concerns_promo_codes: concernsPromoCodes, agreements }, { id, before, after })
  },
  async (changed, { container }) => {
    if (!changed) return
    const { id, ...change } = changed
    await affiliateModule(container).programs.restore(id, change)
  }
)
