import { InvalidInput } from "../errors"
import { parseIsoTime } from "../text/iso-time"
import { plainText } from "../text/plain-text"
import { normalizeConditions, type RuleConditions, type RuleConditionsInput } from "./rule-conditions"
import { normalizeRate, type RuleRate, type RuleRateInput } from "./rule-rate"

/** What some lines of a program's orders earn. */
export interface RuleTerms {
  name: string
  /** What affiliates read. */
  public_name: string | null
  rate: RuleRate
  conditions: RuleConditions
  /** From this instant on, and before `ends_at`: orders that are placed then. */
  starts_at: Date | null
  ends_at: Date | null
}

/** A rule as a person or client sends it. A field left out stays as it is. */
export interface RuleInput {
  name?: string
  public_name?: string | null
  rate?: RuleRateInput
  conditions?: RuleConditionsInput
  starts_at?: string | Date | null
  ends_at?: string | Date | null
}

const FIELDS = ["name", "public_name", "rate", "conditions", "starts_at", "ends_at"]

/**
 * Checks a new rule, or a change of the rule `before`, and gives the rule as it is then. `rate` and `conditions` are each replaced as a whole.
 *
 * @throws InvalidInput that names the first wrong field.
 */
export function normalizeRule(input: RuleInput, before?: RuleTerms): RuleTerms {
  const unknown = Object.keys(input).find((name) => !FIELDS.includes(name))
  if (unknown) throw new InvalidInput(unknown.slice(0, 50), `is unknown, known are ${FIELDS.join(", ")}`)
  const { name = before?.name, rate = before?.rate, conditions = before?.conditions ?? {} } = input
  if (name === undefined) throw new InvalidInput("name", "is required")
  if (rate === undefined) throw new InvalidInput("rate", "is required")
  const { public_name = before?.public_name ?? null, starts_at = before?.starts_at ?? null, ends_at = before?.ends_at ?? null } = input
  const rule: RuleTerms = {
    name: parseName("name", name),
    public_name: public_name === null || plainText(public_name) === "" ? null : parseName("public_name", public_name),
    rate: normalizeRate(rate),
    conditions: normalizeConditions(conditions),
    starts_at: parseTime("starts_at", starts_at),
    ends_at: parseTime("ends_at", ends_at),
  }
  if (rule.starts_at && rule.ends_at && rule.ends_at <= rule.starts_at) throw new InvalidInput("ends_at", "must be later than starts_at")
  return rule
}

function parseName(field: string, given: string): string {
  const name = plainText(given).replace(/\s+/g, " ")
  if (name === "" || name.length > 200) throw new InvalidInput(field, "must have 1 to 200 characters")
  return name
}

function parseTime(field: string, given: string | Date | null): Date | null {
  if (given === null || given instanceof Date) return given
  const time = parseIsoTime(given)
  if (!time) throw new InvalidInput(field, "must be an ISO 8601 time such as 2026-01-01T00:00:00Z")
  return time
}
