import { readFileSync } from "node:fs"
import path from "node:path"

import { defaultOf, type Setting } from "../setting"
import { AFFILIATE_SETTINGS, REQUIRED_SETTINGS, SETTING_NAMES, settingOf } from "../settings"

const read = (file: string): string => readFileSync(path.join(__dirname, "../../../../docs/reference", file), "utf8")

interface Row {
  effect: string
  unit: string
  byDefault: string
  seenBy: string
}

/** The rows of the first table of docs/reference/program-settings.md, without links. */
function documented(): Map<string, Row> {
  const lines = read("program-settings.md").split("\n")
  const table = lines.slice(lines.findIndex((line) => line.startsWith("| setting")) + 2)
  const rows = table
    .slice(
      0,
      table.findIndex((line) => !line.startsWith("|"))
    )
    .map((line) => line.slice(1, -1).split("|"))
  return new Map(
    rows.map((cells) => {
      const [name = "", effect = "", unit = "", byDefault = "", seenBy = ""] = cells.map((cell) =>
        cell.trim().replace(/\[([^\]]+)\]\([^)]+\)/g, "$1")
      )
      return [name.replaceAll("`", ""), { effect, unit, byDefault, seenBy }]
    })
  )
}

function unitOf(setting: Setting): string {
  switch (setting.type) {
    case "count":
      return `${setting.unit}, 0 to ${setting.max}`
    case "percent":
      return "percent, 4 decimals"
    case "ids":
      return `${setting.of.replace("_", " ")}s`
    case "choice":
    case "boolean":
    case "time":
    case "object":
      return setting.type
    default:
      return setting.unit ?? "unknown"
  }
}

/** What the table says of the default; of one that is made from other settings or has parts, anything. */
function defaultWords(setting: Setting): RegExp {
  const byDefault = defaultOf(setting)
  if (byDefault === undefined) return /^required$/
  if (byDefault === null) return /^null(: .+)?$/
  if (setting.type === "ids") return /^empty(: .+)?$/
  if (typeof byDefault === "number") return new RegExp(`^${byDefault}$`)
  if (typeof byDefault === "string" || typeof byDefault === "boolean") return new RegExp(`^\`${byDefault}\`$`)
  return /./
}

describe("the table of program settings in the documents", () => {
  it("has one row for each setting, in the same order", () => {
    expect([...documented().keys()]).toEqual(SETTING_NAMES)
  })

  it.each(SETTING_NAMES)("says of %s what its description says", (name) => {
    const setting = settingOf(name)
    expect({ [name]: documented().get(name) }).toEqual({
      [name]: {
        effect: setting.effect,
        unit: unitOf(setting),
        byDefault: expect.stringMatching(defaultWords(setting)),
        seenBy: setting.audience === "affiliate" ? "affiliates" : "merchant",
      },
    })
  })
})

it("a new program must name three settings", () => {
  expect(REQUIRED_SETTINGS).toEqual(["name", "site_url", "commission_percent"])
})

it("affiliates see neither the merchant's notes, nor whom the program shuts out, nor what only the merchant decides", () => {
  expect(SETTING_NAMES.filter((name) => !(AFFILIATE_SETTINGS as readonly string[]).includes(name))).toEqual([
    "status",
    "link_parameter",
    "link_aliases",
    "promo_code_template",
    "margin_guard_percent",
    "month_budgets",
    "eligible_customer_group_ids",
    "forbidden_customer_group_ids",
    "sales_channel_ids",
    "auto_enroll",
    "automatic_payouts",
    "statement_settings",
    "notifications",
    "metadata",
  ])
})
