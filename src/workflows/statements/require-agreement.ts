import type { MedusaContainer } from "@medusajs/framework/types"
import { MedusaError } from "@medusajs/framework/utils"

import { affiliateModule } from "../utils/affiliate-module"

/** @throws MedusaError CONFLICT until the affiliate has accepted the version of the agreement that holds now. */
export async function requireAgreement(container: MedusaContainer, affiliateId: string): Promise<void> {
  const agreement = await affiliateModule(container).agreements.retrieveCurrentAcceptance(affiliateId)
  if (!agreement || agreement.is_accepted) return
  throw new MedusaError(
    MedusaError.Types.CONFLICT,
    `Version ${agreement.version} of the program's agreement has to be accepted before a statement is printed (agreement_required)`
  )
}
