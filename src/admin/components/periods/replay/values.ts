import { z } from "zod"
import type { AdminReplayAffiliatePeriod } from "../../../../types"
import { isPercent } from "../../../lib/is-percent"
import type { Translate } from "../../../lib/use-text"

/** The form's values. Every setting may stay as it was recorded. */
export const RECORDED = "recorded"

export const replaySchema = (t: Translate) =>
  z.object({
    commission_percent: z
      .string()
      .trim()
      .refine((text) => text === "" || isPercent(text), t("errors.percent")),
    commission_basis: z.enum([RECORDED, "placed", "captured"]),
    include_tax: z.enum([RECORDED, "yes", "no"]),
    include_shipping: z.enum([RECORDED, "yes", "no"]),
    groups: z.enum([RECORDED, "chosen"]),
    forbidden_customer_group_ids: z.array(z.string()),
  })
export type ReplayValues = z.infer<ReturnType<typeof replaySchema>>

export const NOTHING_CHANGED: ReplayValues = {
  commission_percent: "",
  commission_basis: RECORDED,
  include_tax: RECORDED,
  include_shipping: RECORDED,
  groups: RECORDED,
  forbidden_customer_group_ids: [],
}

const flag = (value: "recorded" | "yes" | "no"): boolean | null => (value === RECORDED ? null : value === "yes")

export const toReplayPayload = (values: ReplayValues): AdminReplayAffiliatePeriod => ({
  commission_percent: values.commission_percent || null,
  commission_basis: values.commission_basis === RECORDED ? null : values.commission_basis,
  include_tax: flag(values.include_tax),
  include_shipping: flag(values.include_shipping),
  forbidden_customer_group_ids: values.groups === RECORDED ? null : values.forbidden_customer_group_ids,
})
