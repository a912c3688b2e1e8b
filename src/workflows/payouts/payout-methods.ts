import type { MedusaContainer } from "@medusajs/framework/types"

import { InvalidInput } from "../../domain/errors"
import type { ProgramInput } from "../../domain/programs/program-settings"
import { isAvailable } from "../../modules/affiliate"
import type { PayoutMethod } from "../../modules/affiliate/payouts/providers/methods"
import { affiliateModule } from "../utils/affiliate-module"

export interface StorePayoutMethod extends PayoutMethod {
  /** Whether it can be used now: what its provider needs may be missing in this store. */
  is_available: boolean
}

/** Every payout method of this store. */
export function payoutMethodsOf(container: MedusaContainer): StorePayoutMethod[] {
  return [...affiliateModule(container).payouts.methods.values()].map((method) => ({
    ...method,
    is_available: isAvailable(method, { container }),
  }))
}

/** The ids of the methods that cannot be used now. */
export const unavailableMethods = (container: MedusaContainer): string[] =>
  payoutMethodsOf(container).flatMap(({ id, is_available }) => (is_available ? [] : [id]))

/** @throws InvalidInput when a program names a payout method that this store cannot use. */
export function requirePayoutMethods(container: MedusaContainer, { payout_method, payout_methods }: ProgramInput): void {
  const usable = payoutMethodsOf(container).flatMap(({ id, is_available }) => (is_available ? [id] : []))
  const expectation = `must be among the payout methods of this store: ${usable.join(", ")}`
  if (payout_method && !usable.includes(payout_method)) throw new InvalidInput("payout_method", expectation)
  if (payout_methods?.some((id) => !usable.includes(id))) throw new InvalidInput("payout_methods", expectation)
}
