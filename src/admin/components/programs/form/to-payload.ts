import { takesNull } from "../../../../domain/programs/setting"
import { settingOf } from "../../../../domain/programs/settings"
import type { AdminUpdateAffiliateProgram } from "../../../../types"
import { fromWallClock } from "../../../lib/wall-clock"
import { FORM_SETTINGS, type FormSetting, type ProgramFormValues, type TiersFormValue } from "./schema"

/** The form's values as the API takes them: an empty setting is null, decimals stay strings, counts become numbers. */
export const toPayload = ({ who_may_join, ...values }: ProgramFormValues): AdminUpdateAffiliateProgram => ({
  ...Object.fromEntries(FORM_SETTINGS.map((name) => [name, fromField(name, values[name])])),
  ...(who_may_join === "everybody" && { eligible_customer_group_ids: [] }),
})

function fromField(name: FormSetting, value: unknown): unknown {
  const setting = settingOf(name)
  // Without a handle the API makes one from the name.
  if (value === "" && setting.type !== "texts") return takesNull(setting) ? null : undefined
  switch (setting.type) {
    case "count":
      return Number(value)
    case "time":
      return value && fromWallClock(value as Date)
    // One in each line.
    case "texts":
      return (value as string).split("\n").filter((line) => line.trim() !== "")
    case "amounts":
      if (takesNull(setting) && (value as unknown[]).length === 0) return null
      return Object.fromEntries((value as ProgramFormValues["payout_minimums"]).map(({ currency_code, amount }) => [currency_code, amount]))
    case "tiers":
      return fromTiers(value as TiersFormValue)
    default:
      return value
  }
}

/** Without tiers there is nothing to choose. */
function fromTiers({ tiers, ...choices }: TiersFormValue) {
  if (tiers.length === 0) return null
  return { ...choices, tiers: tiers.map(({ currency_code, ...tier }) => ({ currency_code: currency_code || null, ...tier })) }
}
