import type { MedusaContainer } from "@medusajs/framework/types"

import { NO_DETAILS, type DetailsForm } from "../../../../domain/payouts/details/details-form"

/** What a provider is asked to pay. */
export interface PayoutOrder {
  /** The idempotency key: a provider that is given the same one again must not pay again. */
  id: string
  number: number
  program_id: string
  affiliate_id: string
  affiliate_code: string
  customer_id: string
  /** A decimal string in major units, exact to the currency's digits. */
  amount: string
  currency_code: string
  /** What the affiliate said the method has to know, as the provider's form stored it. */
  details: Record<string, string>
}

/**
 * What became of it. `processing`: the provider has accepted it, and is asked again later. A provider that does not know what became of it,
 * because a connection broke, throws: then it is asked later, and never paid twice.
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
 * A way to pay affiliates without a person. A store registers its own in a module provider, and names it in the plugin's option
 * `payout_providers`; what it is called there is the method's id.
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

  /** What it has to know of an affiliate. */
  readonly form: DetailsForm = NO_DETAILS

  /** Whether it can be used in this store now. What it needs may be missing. */
  isAvailable(_context: PayoutContext): boolean {
    return true
  }

  /** Pays once per `payout.id`, however often it is asked. Called outside of any transaction, after the money was claimed. */
  abstract pay(payout: PayoutOrder, context: PayoutContext): Promise<PayoutAnswer>

  /** What became of a payout it was asked to pay; null when it has never heard of it. */
  abstract find(payout: PayoutOrder, context: PayoutContext): Promise<PayoutAnswer | null>
}
