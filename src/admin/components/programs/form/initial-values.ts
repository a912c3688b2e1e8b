import type { CommissionTiers } from "../../../../domain/programs/commission-tiers"
import { defaultOf, type Setting } from "../../../../domain/programs/setting"
import { settingOf } from "../../../../domain/programs/settings"
import type { AdminAffiliateProgram } from "../../../../types"
import { browserTimeZone } from "../../../lib/browser-time-zone"
import { toWallClock } from "../../../lib/wall-clock"
import { FORM_SETTINGS, type ProgramFormValues, type TiersFormValue } from "./schema"

/** Where the form of a new program suggests something else than the default. */
const suggestions = (): Partial<ProgramFormValues> => ({
  promo_code_template: "WELCOME-@ID@",
  commission_percent: "10",
  timezone: browserTimeZone(),
})

/** What the form starts with: the program's settings, or the defaults of a new one. */
export function initialValues(program?: AdminAffiliateProgram): ProgramFormValues {
  const values = FORM_SETTINGS.map((name) => {
    const setting = settingOf(name)
    return [name, program ? toField(setting, program[name], program.timezone) : toField(setting, defaultOf(setting), "UTC")] as const
  })
  const who_may_join = program && program.eligible_customer_group_ids.length > 0 ? "groups" : "everybody"
  return { ...(Object.fromEntries(values) as ProgramFormValues), who_may_join, ...(program ? {} : suggestions()) }
}

function toField(setting: Setting, value: unknown, timezone: string): unknown {
  switch (setting.type) {
    case "text":
    case "timezone":
    case "count":
    case "percent":
      return typeof value === "string" || typeof value === "number" ? String(value) : ""
    case "time":
      return typeof value === "string" ? toWallClock(value, timezone) : null
    case "amounts":
      return Object.entries(value ?? {}).map(([currency_code, amount]) => ({ currency_code, amount: String(amount) }))
    case "tiers":
      return toTiersField(value as CommissionTiers | null)
    case "texts":
      return ((value ?? []) as string[]).join("\n")
    case "ids":
    case "payout_methods":
      return [...(value as string[])]
    default:
      return value
  }
}

const NO_TIERS: TiersFormValue = { measure: "expenses", span: "month", scope: "whole", after_refund: "recompute", tiers: [] }

const toTiersField = (stored: CommissionTiers | null): TiersFormValue =>
  stored ? { ...stored, tiers: stored.tiers.map((tier) => ({ ...tier, currency_code: tier.currency_code ?? "" })) } : NO_TIERS
