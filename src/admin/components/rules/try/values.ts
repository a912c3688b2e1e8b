import type { AdminTryAffiliateCommissionRules } from "../../../../types"

export interface TrialValues {
  product_id: string
  customer_id: string
  affiliate_id: string
  region_id: string
  currency_code: string
  order_amount: string
  /** In the browser's time zone; now unless it is given. */
  at: Date | null
}

export const NOTHING_GIVEN: TrialValues = {
  product_id: "",
  customer_id: "",
  affiliate_id: "",
  region_id: "",
  currency_code: "",
  order_amount: "",
  at: null,
}

/** What is empty is left out: it is not known. */
export const toTrial = ({ product_id, at, ...others }: TrialValues): AdminTryAffiliateCommissionRules => ({
  product_id,
  ...Object.fromEntries(Object.entries(others).filter(([, value]) => Boolean(value))),
  ...(at && { at: at.toISOString() }),
})
