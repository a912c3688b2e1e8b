import type { MedusaContainer } from "@medusajs/framework/types"

import { DomainError } from "../../domain/errors"
import { affiliateModule } from "../utils/affiliate-module"

/** @throws DomainError `conflict` until the affiliate has accepted the current version of the agreement. */
export async function requireAgreement(container: MedusaContainer, affiliateId: string): Promise<void> {
  const agreement = await affiliateModule(container).agreements.retrieveCurrentAcceptance(affiliateId)
  if (!agreement || agreement.is_accepted) return
  const message = `Version ${agreement.version} of the program's agreement has to be accepted before a statement is printed`
  throw new DomainError("conflict", message, { code: "agreement_required" })
}
