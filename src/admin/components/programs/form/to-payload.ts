import type { AdminUpdateAffiliateProgram } from "../../../../types"
import { fromWallClock } from "../../../lib/wall-clock"
import type { ProgramFormValues } from "./schema"

/** The form's values as the API takes them: an empty setting is null, decimals stay strings, counts become numbers. */
export function toPayload(values: ProgramFormValues): AdminUpdateAffiliateProgram {
  const { handle, payout_minimums, ...rest } = values
  return {
    ...rest,
    // Without a handle the API makes one from the name.
    ...(handle ? { handle } : {}),
    promo_code_template: values.promo_code_template || null,
    customer_discount_percent: values.customer_discount_percent || null,
    attribution_window_days: Number(values.attribution_window_days),
    referral_period_months: values.referral_period_months ? Number(values.referral_period_months) : null,
    hold_period_days: Number(values.hold_period_days),
    starts_at: values.starts_at && fromWallClock(values.starts_at),
    ends_at: values.ends_at && fromWallClock(values.ends_at),
    payout_minimums: Object.fromEntries(payout_minimums.map(({ currency_code, amount }) => [currency_code, amount])),
  }
}
