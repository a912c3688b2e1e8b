import { z } from "@medusajs/framework/zod"

import { takesNull, type Setting } from "../../../domain/programs/setting"
import { settingOf, type SettingName } from "../../../domain/programs/settings"
import { decimal } from "../../utils/decimal"

/** The shape of a setting in a request. Which values are allowed is decided once, in `src/domain/programs`. */
export function settingSchema(name: SettingName): z.ZodType {
  const setting = settingOf(name)
  return (takesNull(setting) ? shapeOf(setting).nullable() : shapeOf(setting)).meta({ description: setting.effect })
}

function shapeOf(setting: Setting): z.ZodType {
  switch (setting.type) {
    case "text":
      return setting.longest === undefined ? z.string() : z.string().max(setting.longest)
    case "timezone":
    case "time":
      return z.string()
    case "choice":
      return z.enum(setting.options)
    case "boolean":
      return z.boolean()
    case "count":
      return z.number()
    case "percent":
      return decimal()
    case "texts":
      return z.array(z.string().max(2000)).max(100)
    case "creatives":
      return z.array(z.record(z.string(), z.unknown())).max(1000)
    case "ids":
      return z.array(z.string())
    case "payout_methods":
      return z.array(z.string().max(200)).max(50)
    case "amounts":
      return z.record(z.string(), decimal())
    case "tiers":
    case "object":
    case "json":
      return z.record(z.string(), z.unknown())
  }
}
