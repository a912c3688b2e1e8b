import { z } from "zod"
import { normalizeTemplate } from "../../../../domain/promo-codes/promo-code-template"
import { isPercent } from "../../../lib/is-percent"
import { safeUrl } from "../../../lib/safe-url"
import type { Translate } from "../../../lib/use-text"

const isWhole = (text: string): boolean => /^\d+$/.test(text)
const isAmount = (text: string): boolean => /^\d+(\.\d+)?$/.test(text)
const isParameter = (text: string): boolean => /^[A-Za-z][\w-]{0,31}$/.test(text)
const isAddress = (text: string): boolean => safeUrl(text) !== null
const orEmpty = (isRight: (text: string) => boolean) => (text: string) => text === "" || isRight(text)
const text = (isRight: (text: string) => boolean, message: string) => z.string().trim().refine(isRight, message)

/** The form's rules. They repeat the API's so that most mistakes show before anything is sent; the API's word is the last. */
export function programSchema(t: Translate) {
  const required = z
    .string({ error: t("errors.required") })
    .trim()
    .min(1, t("errors.required"))

  return z
    .object({
      name: required,
      handle: z.string().trim(),
      status: z.enum(["active", "paused", "archived"]),
      site_url: text(isAddress, t("errors.url")),
      link_parameter: text(isParameter, t("errors.linkParameter")),
      promo_code_template: text(isTemplate, t("errors.template")),
      customer_discount_percent: text(orEmpty(isPercent), t("errors.percent")),
      commission_percent: text(isPercent, t("errors.percent")),
      commission_basis: z.enum(["placed", "captured"]),
      include_tax: z.boolean(),
      include_shipping: z.boolean(),
      eligible_customer_group_ids: z.array(z.string()),
      forbidden_customer_group_ids: z.array(z.string()),
      sales_channel_ids: z.array(z.string()),
      attribution_window_days: text(isWhole, t("errors.whole")),
      attribution_model: z.enum(["last_click", "first_click"]),
      referral_period_months: text(orEmpty(isWhole), t("errors.whole")),
      hold_period_days: text(isWhole, t("errors.whole")),
      timezone: required,
      starts_at: z.date().nullable(),
      ends_at: z.date().nullable(),
      auto_enroll: z.boolean(),
      requires_approval: z.boolean(),
      payout_method: required,
      payout_methods: z.array(z.string()),
      payout_minimums: z.array(z.object({ currency_code: required, amount: text(isAmount, t("errors.amount")) })),
      automatic_payouts: z.boolean(),
    })
    .refine(({ starts_at, ends_at }) => !starts_at || !ends_at || starts_at < ends_at, {
      path: ["ends_at"],
      message: t("errors.endsBeforeStart"),
    })
}

export type ProgramFormValues = z.infer<ReturnType<typeof programSchema>>

function isTemplate(text: string): boolean {
  try {
    normalizeTemplate(text)
    return true
  } catch {
    return false
  }
}
