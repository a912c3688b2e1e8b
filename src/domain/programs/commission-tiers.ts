import BigNumber from "bignumber.js"

import { InvalidInput } from "../errors"
import { parseAmount } from "../money/decimal"
import { parseCurrency } from "../rules/rule-amounts"
import { parseRaise } from "./raise"

const CHOICES = {
  measure: ["expenses", "orders"],
  span: ["month", "quarter", "lifetime"],
  scope: ["whole", "beyond"],
  after_refund: ["recompute", "keep"],
} as const

type Choices = { [Name in keyof typeof CHOICES]: (typeof CHOICES)[Name][number] }

/** From a threshold on, commissions are raised by a percentage of themselves. */
interface CommissionTier {
  /** Null where orders are counted and the tier holds in every currency. */
  currency_code: string | null
  /** Expenses as an exact decimal string, or a number of orders. */
  threshold: string
  raise_percent: string
}

/**
 * What raises the commissions of an affiliate's month: their customers' expenses or orders in the month, in the quarter so far, or since they
 * joined. The raise is for the `whole` month, or for the part of it that lies `beyond` each threshold.
 */
export interface CommissionTiers extends Choices {
  tiers: CommissionTier[]
}

/** The same as a person or client sends it; what is left out is the first that can be chosen. */
export interface CommissionTiersInput extends Partial<Choices> {
  tiers: { currency_code?: string | null; threshold: string | number; raise_percent: string | number }[]
}

export const TIER_CHOICES = CHOICES

const FIELDS = [...Object.keys(CHOICES), "tiers"]
const TIER_FIELDS = ["currency_code", "threshold", "raise_percent"]
const MOST = 50

/** @throws InvalidInput that names the first wrong field, below `field`. */
export function normalizeTiers(field: string, given: Record<string, unknown>): CommissionTiers | null {
  refuseUnknown(field, given, FIELDS)
  if (!Array.isArray(given.tiers)) throw new InvalidInput(`${field}.tiers`, "must be a list of tiers")
  if (given.tiers.length === 0) return null
  if (given.tiers.length > MOST) throw new InvalidInput(`${field}.tiers`, `must be at most ${MOST}`)
  const choices = Object.fromEntries(Object.entries(CHOICES).map(([name, options]) => [name, choice(field, name, given[name], options)]))
  const { measure } = choices as unknown as Choices
  const tiers = given.tiers.map((tier: unknown, at) => normalizeTier(`${field}.tiers[${at}]`, tier, measure))
  refuseOverlaps(`${field}.tiers`, tiers)
  return { ...(choices as unknown as Choices), tiers: tiers.sort(byThreshold) }
}

function choice(field: string, name: string, given: unknown, options: readonly string[]): string {
  if (given === undefined) return options[0] ?? ""
  if (typeof given !== "string" || !options.includes(given)) throw new InvalidInput(`${field}.${name}`, `must be ${options.join(" or ")}`)
  return given
}

function normalizeTier(field: string, given: unknown, measure: Choices["measure"]): CommissionTier {
  if (typeof given !== "object" || given === null) throw new InvalidInput(field, `must have ${TIER_FIELDS.join(", ")}`)
  refuseUnknown(field, given, TIER_FIELDS)
  const { currency_code, threshold, raise_percent } = given as Record<string, unknown>
  const code = typeof currency_code === "string" ? parseCurrency(`${field}.currency_code`, currency_code) : null
  if (measure === "expenses" && code === null) throw new InvalidInput(`${field}.currency_code`, "is required: expenses are in a currency")
  return {
    currency_code: code,
    threshold: parseThreshold(`${field}.threshold`, threshold, measure === "orders" ? null : code),
    raise_percent: parseRaise(`${field}.raise_percent`, decimal(raise_percent)),
  }
}

/** @param currency of the expenses; null where orders are counted. */
function parseThreshold(field: string, given: unknown, currency: string | null): string {
  if (currency === null) {
    const text = decimal(given).trim()
    if (!/^[1-9]\d{0,8}$/.test(text)) throw new InvalidInput(field, "must be a whole number of orders from 1 on")
    return text
  }
  const amount = parseAmount(field, decimal(given), currency)
  if (new BigNumber(amount).lte(0)) throw new InvalidInput(field, "must be an amount above 0")
  return amount
}

/** Within a currency thresholds differ, and a higher one raises by more. */
function refuseOverlaps(field: string, tiers: CommissionTier[]): void {
  const isNamed = tiers.filter(({ currency_code }) => currency_code !== null).length
  if (isNamed > 0 && isNamed < tiers.length) throw new InvalidInput(field, "must name a currency in each tier or in none")
  for (const [at, tier] of tiers.entries()) {
    for (const other of tiers) {
      if (other === tier || other.currency_code !== tier.currency_code) continue
      const threshold = new BigNumber(other.threshold)
      if (threshold.eq(tier.threshold)) {
        throw new InvalidInput(`${field}[${at}].threshold`, `must be named once, and ${tier.threshold} is there twice`)
      }
      if (threshold.lt(tier.threshold) && new BigNumber(other.raise_percent).gte(tier.raise_percent)) {
        throw new InvalidInput(
          `${field}[${at}].raise_percent`,
          `must be above ${other.raise_percent}, the raise from ${other.threshold} on`
        )
      }
    }
  }
}

const byThreshold = (a: CommissionTier, b: CommissionTier): number =>
  (a.currency_code ?? "").localeCompare(b.currency_code ?? "") || (new BigNumber(a.threshold).comparedTo(b.threshold) ?? 0)

const decimal = (given: unknown): string => (typeof given === "string" || typeof given === "number" ? String(given) : "")

function refuseUnknown(field: string, given: object, known: string[]): void {
  const unknown = Object.keys(given).find((name) => !known.includes(name))
  if (unknown) throw new InvalidInput(`${field}.${unknown.slice(0, 50)}`, `is unknown, known are ${known.join(", ")}`)
}

/** Where an affiliate stands among the tiers of a currency. */
export interface TierStanding {
  /** By how much their commissions are raised now; null where no threshold is reached. */
  raise_percent: string | null
  /** The threshold that comes next, and what it raises by; null behind the last one. */
  next_threshold: string | null
  next_raise_percent: string | null
}

/**
 * @param tiers in the order of their thresholds, as `normalizeTiers` leaves them
 * @param measured expenses in major units, or a number of orders
 * @returns null where no tier is of this currency
 */
export function standingOf({ tiers }: CommissionTiers, currency: string, measured: string): TierStanding | null {
  const own = tiers.filter(({ currency_code }) => (currency_code ?? currency) === currency)
  if (own.length === 0) return null
  const next = own.find(({ threshold }) => new BigNumber(threshold).gt(measured))
  const reached = own.filter(({ threshold }) => new BigNumber(threshold).lte(measured)).at(-1)
  return {
    raise_percent: reached?.raise_percent ?? null,
    next_threshold: next?.threshold ?? null,
    next_raise_percent: next?.raise_percent ?? null,
  }
}
