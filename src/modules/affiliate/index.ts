import { Module } from "@medusajs/framework/utils"

import loadPayoutMethods from "./loaders/payout-methods"
import validateOptions from "./loaders/validate-options"
import AffiliateModuleService from "./service"

/** The module's name and its key in the container. */
export const AFFILIATE_MODULE = "affiliate"

export type { CartStanding } from "./operations/attribute-cart"
export type { CapturedClick } from "./operations/click-capture"
export type { DuePeriod } from "./operations/due-periods"
export type { FoundPromoCode } from "./operations/find-promo-codes"
export type { PeriodReplay } from "./reads/period-replay"

export { AbstractPayoutProvider } from "./payout-methods/payout-provider"
export type { PayoutAnswer, PayoutContext, PayoutOrder } from "./payout-methods/payout-provider"
export type { DetailsField, DetailsForm } from "../../domain/payout-details/details-form"

export default Module(AFFILIATE_MODULE, { service: AffiliateModuleService, loaders: [validateOptions, loadPayoutMethods] })
