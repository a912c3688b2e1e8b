import { z } from "zod"
import { normalizeTemplate } from "../../../../domain/promo-code-template"
import { isPercent } from "../../../lib/is-percent"
import { safeUrl } from "../../../lib/safe-url"
import type { Translate } from "../../../lib/use-text"

const DECIMAL = /^\d+(\.\d+)?$/
const WHOLE = /^\d+$/

/** The form's rules. They repeat the API's so that most mistakes show before anything is sent; the API's word is the last. */
export function programSchema(t: Translate) {
  const required = z.string().trim().min(1, t("errors.required"))
  const percent = z.string().trim().refine(isPercent, t("errors.percent"))
  const whole = z.string().trim().regex(WHOLE, t("errors.whole"))
  const optional = (field: z.ZodType<string, string>) => z.union([z.literal(""), field])

  return z
    .object({
      name: required,
      handle: z.string().trim(),
      status: z.enum(["active", "paused", "archived"]),
      site_url: z
        .string()
        .trim()
        .refine((text) => safeUrl(text) !== null, t("errors.url")),
      link_parameter: z
        .string()
        .trim()
        .regex(/^[\w-]+$/, t("errors.linkParameter")),
      promo_code_template: z.string().trim().refine(isTemplate, t("errors.template")),
      customer_discount_percent: optional(percent),
      commission_percent: percent,
      commission_basis: z.enum(["placed", "captured"]),
      include_tax: z.boolean(),
      include_shipping: z.boolean(),
      eligible_customer_group_ids: z.array(z.string()),
      forbidden_customer_group_ids: z.array(z.string()),
      sales_channel_ids: z.array(z.string()),
      attribution_window_days: whole.refine((days) => days !== "0", t("errors.atLeastOneDay")),
      attribution_model: z.enum(["last_click", "first_click"]),
      referral_period_months: optional(whole.refine((months) => months !== "0", t("errors.atLeastOneMonth"))),
      hold_period_days: whole,
      timezone: required,
      starts_at: z.date().nullable(),
      ends_at: z.date().nullable(),
      auto_enroll: z.boolean(),
      requires_approval: z.boolean(),
      agreement_text: z.string(),
      payout_method: z.string().trim(),
      payout_minimums: z.array(z.object({ currency_code: required, amount: z.string().trim().regex(DECIMAL, t("errors.amount")) })),
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
