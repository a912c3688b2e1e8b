import { Module } from "@medusajs/framework/utils"

import loadPayoutMethods from "./loaders/payout-methods"
import validateOptions from "./loaders/validate-options"
import AffiliateModuleService from "./service"

/** The module's name and its key in the container. */
export const AFFILIATE_MODULE = "affiliate"

export type { CartAttributionResult } from "./attribution/attribute-cart"
export type { CartRefusalRow } from "./attribution/cart-refusal"
export type { CapturedClick, ClickToken } from "./clicks/capture"
export type { ExportedDataset, ExportedRow, TableCount } from "./exports/methods"
export type { ImportResult, MissingCustomer } from "./imports/import-rows"
export type { ReportedRow } from "./imports/read-report"
export type { SourceRow } from "./imports/staging"
export type { DuePeriod } from "./periods/due-periods"
export type { FoundPromoCode } from "./promo-codes/find-promo-codes"
export type { PeriodReplay } from "./periods/replay-period"

export { notFound } from "./database/not-found"
export { isAvailable } from "./payouts/providers/methods"
export { AbstractPayoutProvider } from "./payouts/providers/provider"
export type { PayoutAnswer, PayoutContext, PayoutOrder } from "./payouts/providers/provider"
export type { DetailsField, DetailsForm } from "../../domain/payouts/details/details-form"

/** Named, because the type that TypeScript would write down comes from a package that a store need not have. */
type AffiliateModule = ReturnType<typeof Module<typeof AFFILIATE_MODULE, typeof AffiliateModuleService>>

const affiliate: AffiliateModule = Module(AFFILIATE_MODULE, {
  service: AffiliateModuleService,
  loaders: [validateOptions, loadPayoutMethods],
})
export default affiliate
