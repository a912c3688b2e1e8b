import type { DetailsForm } from "./details-form"
import { PAYPAL_DETAILS } from "./paypal"
import { TRANSFER_DETAILS } from "./transfer"
import { WISE_DETAILS } from "./wise"

/** What the methods that are paid by hand have to know. A provider brings its own form. */
export const PAYOUT_DETAILS_FORMS: Record<"transfer" | "paypal" | "wise", DetailsForm> = {
  transfer: TRANSFER_DETAILS,
  paypal: PAYPAL_DETAILS,
  wise: WISE_DETAILS,
}
