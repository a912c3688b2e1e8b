import type { MedusaContainer } from "@medusajs/framework/types"

import { NO_DETAILS, type DetailsForm } from "../../../../domain/payouts/details/details-form"
import type { PayoutLimits } from "../../../../domain/payouts/payout-limits"

/** What a provider is asked to pay. */
export interface PayoutOrder {
  /** The idempotency key: a provider that receives the same id again must not pay again. */
  id: string
  number: number
  program_id: string
  affiliate_id: string
  affiliate_code: string
  customer_id: string
  /** A decimal string in major units, exact to the currency's digits. */
  amount: string
  currency_code: string
  /** The details the affiliate gave for the method, as the provider's form normalized them. */
  details: Record<string, string>
}

/**
 * The status of a payout. `processing`: the provider has accepted it, and is asked again later. A provider that does not know the status,
 * for example because a connection broke, throws: then it is asked again later, and the payout is never paid twice.
 */
export type PayoutAnswer =
  | { status: "paid"; reference: string | null }
  | { status: "processing"; reference: string | null }
  | { status: "failed"; reason: string }

export interface PayoutContext {
  /** The store's container. */
  container: MedusaContainer
}

/**
 * Pays affiliates automatically. A store registers its own provider in a module provider, and names it in the plugin's option
 * `payout_providers`; its id there is the method's id.
 *
 * @example
 * class BankProvider extends AbstractPayoutProvider {
 *   static identifier = "my-bank"
 *   async pay({ id, amount, currency_code, details }: PayoutOrder): Promise<PayoutAnswer> {
 *     const transfer = await bank.transfer({ idempotencyKey: id, amount, currency: currency_code, iban: details.iban })
 *     return { status: "processing", reference: transfer.id }
 *   }
 *   async find({ id }: PayoutOrder): Promise<PayoutAnswer | null> {
 *     const transfer = await bank.findByKey(id)
 *     return transfer && { status: transfer.booked ? "paid" : "processing", reference: transfer.id }
 *   }
 * }
 * export default ModuleProvider("affiliate", { services: [BankProvider] })
 */
export abstract class AbstractPayoutProvider {
  static identifier: string

  /** The details it needs from an affiliate. */
  readonly form: DetailsForm = NO_DETAILS

  /** The currencies and amounts it can pay. What is on a balance beyond them stays there. */
  readonly limits: PayoutLimits = {}

  /** Whether it can be used in this store now: something it depends on may be missing. */
  isAvailable(_context: PayoutContext): boolean {
    return true
  }

  /** Pays once per `payout.id`, however often it is called. Called outside of any transaction, after the payout was claimed. */
  abstract pay(payout: PayoutOrder, context: PayoutContext): Promise<PayoutAnswer>

  /** The status of a payout that it was asked to pay; null when it does not know the payout. */
  abstract find(payout: PayoutOrder, context: PayoutContext): Promise<PayoutAnswer | null>
}
