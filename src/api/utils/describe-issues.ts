import type { z } from "@medusajs/framework/zod"

type Issue = z.core.$ZodIssue
type RawIssue = z.core.$ZodRawIssue

const MOST = 3
/** Longer names are cut: they were not typed by a person. */
const LONGEST_NAME = 50

/**
 * The first issues of a request as sentences, each beginning with its field's name, unknown fields before all: a field that is missing may
 * be the one that was misspelled. `known` are the fields that would be right.
 */
export function describeIssues(issues: readonly Issue[], known: readonly string[]): string {
  const unknown = issues.flatMap((issue) => (issue.code === "unrecognized_keys" ? issue.keys : []))
  const others = issues.filter(({ code }) => code !== "unrecognized_keys")
  return [...unknown.map((name) => unknownField(name, known)), ...others.map(named)].slice(0, MOST).join("; ")
}

const named = ({ path, message }: Issue): string => `${nameOf(path)}: ${message}`

const unknownField = (name: string, known: readonly string[]): string =>
  `${name.slice(0, LONGEST_NAME)}: is unknown, ${known.length > 0 ? `known are ${known.join(", ")}` : "nothing is taken here"}`

/** `ids` for any of its values; `created_at[gte]` for an operator. */
const nameOf = ([field, ...rest]: readonly PropertyKey[]): string =>
  [String(field ?? "body"), ...rest.filter((part) => typeof part === "string").map((part) => `[${part}]`)].join("")

/** What would be right instead, for schemas that do not say it themselves. */
export function describeProblem(issue: RawIssue): string | undefined {
  if (issue.input === undefined) return "is required"
  switch (issue.code) {
    case "invalid_type":
      return `must be ${TYPES[issue.expected] ?? issue.expected}`
    case "invalid_value":
      return `must be one of ${issue.values.map(String).join(", ")}`
    case "too_small":
      return issue.origin === "string" ? atLeastCharacters(issue.minimum) : `must ${VERBS[issue.origin] ?? "be"} at least ${issue.minimum}`
    case "too_big":
      return `must ${VERBS[issue.origin] ?? "be"} at most ${issue.maximum}${issue.origin === "string" ? " characters" : ""}`
    default:
      return undefined
  }
}

const TYPES: Record<string, string> = {
  string: "a text",
  number: "a number",
  int: "a whole number",
  boolean: "true or false",
  array: "a list",
  object: "an object",
  record: "an object",
}
const VERBS: Record<string, string> = { string: "have", array: "name" }

const atLeastCharacters = (minimum: number | bigint): string =>
  minimum === 1 ? "must not be empty" : `must have at least ${minimum} characters`
