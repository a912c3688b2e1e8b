import { DEFAULT_PAYOUT_METHOD } from "../../../../domain/payouts/payout-methods"
import type { AdminAffiliateProgram } from "../../../../types"
import { browserTimeZone } from "../../../lib/browser-time-zone"
import { toWallClock } from "../../../lib/wall-clock"
import type { ProgramFormValues } from "./schema"

const NEW_PROGRAM: ProgramFormValues = {
  name: "",
  handle: "",
  status: "active",
  site_url: "",
  link_parameter: "ref",
  promo_code_template: "WELCOME-@ID@",
  customer_discount_percent: "",
  commission_percent: "10",
  commission_basis: "placed",
  include_tax: false,
  include_shipping: false,
  eligible_customer_group_ids: [],
  forbidden_customer_group_ids: [],
  sales_channel_ids: [],
  attribution_window_days: "90",
  attribution_model: "last_click",
  referral_period_months: "",
  hold_period_days: "0",
  timezone: "UTC",
  starts_at: null,
  ends_at: null,
  auto_enroll: false,
  requires_approval: false,
  payout_method: DEFAULT_PAYOUT_METHOD,
  payout_methods: [],
  payout_minimums: [],
  automatic_payouts: false,
}

const text = (value: string | number | null | undefined): string => (value === null || value === undefined ? "" : String(value))

/** What the form starts with: the program's settings, or the defaults of a new one. */
export function initialValues(program?: AdminAffiliateProgram): ProgramFormValues {
  if (!program) return { ...NEW_PROGRAM, timezone: browserTimeZone() }
  return {
    ...program,
    promo_code_template: text(program.promo_code_template),
    customer_discount_percent: text(program.customer_discount_percent),
    commission_percent: text(program.commission_percent),
    attribution_window_days: text(program.attribution_window_days),
    referral_period_months: text(program.referral_period_months),
    hold_period_days: text(program.hold_period_days),
    starts_at: program.starts_at ? toWallClock(program.starts_at, program.timezone) : null,
    ends_at: program.ends_at ? toWallClock(program.ends_at, program.timezone) : null,
    payout_minimums: Object.entries(program.payout_minimums ?? {}).map(([currency_code, amount]) => ({
      currency_code,
      amount: text(amount),
    })),
  }
}
