import type BigNumber from "bignumber.js"

import { parsePercent } from "../money/decimal"
import { InvalidInput } from "../errors"
import { normalizeRule, type RuleInput, type RuleTerms } from "../rules/commission-rule"
import { byCurrency, exactSum, withDigits } from "../money/sums"

/** Settings to try on a month that is recorded. Null leaves what each order was recorded with. */
export interface ReplaySettings {
  /** In the place of the program's rate; affiliates with a rate of their own keep it. */
  commission_percent: string | null
  commission_basis: "placed" | "captured" | null
  include_tax: boolean | null
  include_shipping: boolean | null
  /** By their members now. An empty list forbids no affiliate. */
  forbidden_customer_group_ids: string[] | null
  /** All rules of the program in their order, as if they had always held. An empty list: no rule. */
  rules: RuleTerms[] | null
}

/** The same as a person or client sends it; what is left out stays as it was. */
export type ReplayInput = {
  [Setting in Exclude<keyof ReplaySettings, "commission_percent" | "rules">]?: ReplaySettings[Setting]
} & { commission_percent?: string | number | null; rules?: RuleInput[] | null }

/** @throws InvalidInput that names the wrong field. */
export function normalizeReplay(input: ReplayInput): ReplaySettings {
  const { commission_percent = null, commission_basis = null, include_tax = null, include_shipping = null } = input
  if (commission_basis !== null && !["placed", "captured"].includes(commission_basis)) {
    throw new InvalidInput("commission_basis", "must be placed or captured")
  }
  return {
    commission_percent: commission_percent === null ? null : parsePercent("commission_percent", commission_percent),
    commission_basis,
    include_tax,
    include_shipping,
    forbidden_customer_group_ids: input.forbidden_customer_group_ids ? [...new Set(input.forbidden_customer_group_ids)] : null,
    rules: input.rules?.map(normalizeRuleAt) ?? null,
  }
}

const MOST_RULES = 1000

function normalizeRuleAt(rule: RuleInput, at: number): RuleTerms {
  if (at >= MOST_RULES) throw new InvalidInput("rules", `must be at most ${MOST_RULES}`)
  try {
    return normalizeRule(rule)
  } catch (error) {
    throw error instanceof InvalidInput ? new InvalidInput(`rules[${at}].${error.field}`, error.expectation) : error
  }
}

type Outcome = "credited" | "withheld"

export interface ReplayedFigures {
  currency_code: string
  actual_outcome: Outcome
  outcome: Outcome
  actual_expense_amount: string
  actual_amount: string
  replayed_expense_amount: string
  replayed_amount: string
}

/** A month in one currency. The amounts are what is credited; what is withheld stands beside them. */
export interface ReplayTotal {
  currency_code: string
  actual_expense_amount: string
  actual_amount: string
  actual_withheld_amount: string
  replayed_expense_amount: string
  replayed_amount: string
  replayed_withheld_amount: string
  /** What more would have been credited. */
  difference: string
}

/** Adds up the lines of a replay by currency. Sums are exact, with the currency's digits, and never cross a currency. */
export function replayTotals(lines: ReplayedFigures[]): ReplayTotal[] {
  return byCurrency(lines).map(([currency_code, own]) => {
    const text = (amount: BigNumber): string => withDigits(amount, currency_code)
    const actual = (outcome: Outcome): BigNumber =>
      exactSum(own.filter((line) => line.actual_outcome === outcome).map((line) => line.actual_amount))
    const replayed = (outcome: Outcome): BigNumber =>
      exactSum(own.filter((line) => line.outcome === outcome).map((line) => line.replayed_amount))
    return {
      currency_code,
      actual_expense_amount: text(exactSum(own.map((line) => line.actual_expense_amount))),
      actual_amount: text(actual("credited")),
      actual_withheld_amount: text(actual("withheld")),
      replayed_expense_amount: text(exactSum(own.map((line) => line.replayed_expense_amount))),
      replayed_amount: text(replayed("credited")),
      replayed_withheld_amount: text(replayed("withheld")),
      difference: text(replayed("credited").minus(actual("credited"))),
    }
  })
}
