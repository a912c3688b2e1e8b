import { InvalidInput } from "../errors"
import { parsePercent } from "../money/decimal"
import { parseAmounts, type Amount, type AmountInput } from "./rule-amounts"

/** What a line earns that a rule matches. A fixed amount is per piece, or once per order. */
export type RuleRate = { type: "percent"; percent: string } | { type: "fixed"; per: "unit" | "order"; amounts: Amount[] } | { type: "none" }

/** The same as a person or client sends it. */
export type RuleRateInput =
  | { type: "percent"; percent: string | number }
  | { type: "fixed"; per: "unit" | "order"; amounts: AmountInput[] }
  | { type: "none" }

const FIELDS: Record<RuleRate["type"], string[]> = { percent: ["percent"], fixed: ["per", "amounts"], none: [] }

/** @throws InvalidInput that names the wrong field. */
export function normalizeRate(input: RuleRateInput): RuleRate {
  if (!Object.hasOwn(FIELDS, input.type)) throw new InvalidInput("rate.type", "must be percent, fixed or none")
  const unknown = Object.keys(input).find((name) => name !== "type" && !FIELDS[input.type].includes(name))
  if (unknown) throw new InvalidInput(`rate.${unknown.slice(0, 50)}`, `does not belong to a rate of type ${input.type}`)
  switch (input.type) {
    case "percent":
      return { type: "percent", percent: parsePercent("rate.percent", required("rate.percent", input.percent)) }
    case "fixed":
      return { type: "fixed", per: parsePer(input.per), amounts: parseAmounts("rate.amounts", required("rate.amounts", input.amounts)) }
    case "none":
      return { type: "none" }
  }
}

function required<Value>(field: string, value: Value | undefined): Value {
  if (value === undefined) throw new InvalidInput(field, "is required")
  return value
}

function parsePer(per: unknown): "unit" | "order" {
  if (per !== "unit" && per !== "order") throw new InvalidInput("rate.per", "must be unit or order")
  return per
}
