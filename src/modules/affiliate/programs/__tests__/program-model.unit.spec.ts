import type { PropertyMetadata } from "@medusajs/framework/types"

import { defaultOf, type Setting } from "../../../../domain/programs/setting"
import { SETTING_NAMES, settingOf } from "../../../../domain/programs/settings"
import { Program } from "../../models/program"

/** The model's own columns, without relations. */
const COLUMNS = Object.entries(Program.parse().schema)
  .map(([name, property]) => property.parse(name))
  .filter((property): property is PropertyMetadata => "fieldName" in property)
const SETTING_COLUMNS = SETTING_NAMES.filter((name) => settingOf(name).type !== "ids")

function expected(name: string, setting: Setting) {
  const byDefault = defaultOf(setting)
  const holdsParts = ["object", "payout_methods", "texts", "creatives"].includes(setting.type)
  return {
    name,
    type: typeOf(setting),
    // Where parts are missing, reading completes them; a function makes the default for each program.
    nullable: byDefault === null || holdsParts,
    default: holdsParts || typeof byDefault === "function" || byDefault === null ? undefined : byDefault,
    options: setting.type === "choice" ? setting.options : undefined,
  }
}

function typeOf(setting: Setting): string {
  switch (setting.type) {
    case "choice":
      return "enum"
    case "count":
      return "number"
    case "boolean":
      return "boolean"
    case "time":
      return "dateTime"
    case "payout_methods":
    case "creatives":
    case "texts":
    case "amounts":
    case "tiers":
    case "object":
    case "json":
      return "json"
    default:
      return "text"
  }
}

describe("the model of a program", () => {
  it("has a column for every setting, and beside them only what the plugin or Medusa writes", () => {
    const own = ["id", "number", "created_at", "updated_at", "deleted_at"]
    expect(
      COLUMNS.map(({ fieldName }) => fieldName)
        .filter((name) => !own.includes(name))
        .sort()
    ).toEqual([...SETTING_COLUMNS].sort())
  })

  it.each(SETTING_COLUMNS)("stores %s in its type, with its default", (name) => {
    const column = COLUMNS.find(({ fieldName }) => fieldName === name)
    expect({
      name: column?.fieldName,
      type: column?.dataType.name,
      nullable: column?.nullable,
      default: column?.defaultValue,
      options: (column?.dataType.options as { choices?: unknown } | undefined)?.choices,
    }).toEqual(expected(name, settingOf(name)))
  })
})
