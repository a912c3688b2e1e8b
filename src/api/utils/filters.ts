import { z } from "@medusajs/framework/zod"

import { InvalidInput } from "../../domain/errors"
import { parsePeriod } from "../../domain/periods/period"
import { parseIsoTime } from "../../domain/text/iso-time"
import { plainText } from "../../domain/text/plain-text"
import type { Bounds, Comparison } from "../../modules/affiliate/database/page"

/** Reads one value of a filter; null when it is none. `expectation` says what would be right. */
interface Reader<T> {
  read: (text: string) => T | null
  expectation: string
  /** Whether a comma is a part of a value, and does not separate two. */
  isWhole?: boolean
  /** The values as a JSON schema, for the description of the API. */
  schema: { type: "string" | "integer"; format?: string; pattern?: string; enum?: readonly string[]; minimum?: number; maximum?: number }
}

const MAX_VALUES = 100

/** A filter that takes one value or several: `id=a`, `id=a,b`, `id=a&id=b` or `id[]=a&id[]=b`. */
export const oneOrMany = () => severalOf(TEXT)

/** The same for texts in which a comma is a comma, such as addresses: one is `page=a`, several are `page[]=a&page[]=b`. */
export const oneOrManyWhole = () => severalOf({ ...TEXT, isWhole: true })

/** The same for a closed list of values. */
export const oneOrManyOf = <Value extends string>(values: readonly [Value, ...Value[]]) =>
  severalOf<Value>({
    read: (text) => values.find((value) => value === text) ?? null,
    expectation: `must be one or several of ${values.join(", ")}`,
    schema: { type: "string", enum: values },
  })

export const currencies = () => severalOf({ ...TEXT, read: (text) => text.toLowerCase() })

export const searchText = () => z.string().max(200).transform(plainText).optional()

export const flag = () =>
  z
    .enum(["true", "false"])
    .transform((value) => value === "true")
    .optional()

/** Filters with operators: `created_at[gte]=…`, `period[lt]=…`. Numbers and months also take several values; a time alone is `eq`. */
export const times = () =>
  z
    .unknown()
    .transform((input, ctx): Bounds<Date> => {
      if (typeof input !== "string") return readBounds(input, TIME, ctx)
      const eq = TIME.read(input)
      if (eq === null) refuse(ctx, TIME.expectation)
      return { eq: eq ?? undefined }
    })
    .optional()
    .meta({ anyOf: [TIME.schema, boundsOf(TIME)] })
/** One time, not a filter by it. */
export const time = () =>
  z
    .unknown()
    .transform((input, ctx): Date | undefined => {
      const read = typeof input === "string" ? TIME.read(input) : null
      if (read === null) refuse(ctx, TIME.expectation)
      return read ?? undefined
    })
    .optional()
    .meta(TIME.schema)
export const numbers = (least = 0) => comparisonOf(wholeNumber(least))
export const amounts = () => comparisonOf(AMOUNT)
export const periods = () => comparisonOf(PERIOD)
export const days = () => comparisonOf(DAY)

const TEXT: Reader<string> = { read: (text) => text, expectation: "must be one text or several", schema: { type: "string" } }

const TIME: Reader<Date> = {
  read: parseIsoTime,
  expectation: "must be an ISO 8601 time such as 2026-01-01T00:00:00Z",
  schema: { type: "string", format: "date-time" },
}

/** As far as the database's `integer` counts. */
const wholeNumber = (least: number): Reader<number> => ({
  read: (text) => (/^\d{1,10}$/.test(text) && Number(text) >= least && Number(text) <= 2_147_483_647 ? Number(text) : null),
  expectation: `must be a whole number from ${least} to 2147483647`,
  schema: { type: "integer", minimum: least, maximum: 2_147_483_647 },
})

const AMOUNT: Reader<string> = {
  read: (text) => (/^-?\d{1,20}(\.\d{1,10})?$/.test(text) ? text : null),
  expectation: "must be a decimal number such as 12.50",
  schema: { type: "string", pattern: "^-?\\d{1,20}(\\.\\d{1,10})?$" },
}

const PERIOD: Reader<string> = {
  read: (text) => {
    try {
      return parsePeriod(text)
    } catch (error) {
      if (error instanceof InvalidInput) return null
      throw error
    }
  },
  expectation: "must be a month such as 2016-04",
  schema: { type: "string", pattern: "^\\d{4}-\\d{2}$" },
}

const DAY: Reader<string> = {
  read: (text) => (/^\d{4}-\d{2}-\d{2}$/.test(text) && parseIsoTime(text) !== null ? text : null),
  expectation: "must be a day such as 2016-04-01",
  schema: { type: "string", format: "date" },
}

const severalOf = <T>(reader: Reader<T>) =>
  z
    .unknown()
    .transform((input, ctx): T[] => readSeveral(input, reader, ctx))
    .optional()
    .meta({ anyOf: [reader.schema, listOf(reader)] })

const comparisonOf = <T>(reader: Reader<T>) =>
  z
    .unknown()
    .transform(
      (input, ctx): Comparison<T> => (isObject(input) && !indexed(input) ? readBounds(input, reader, ctx) : readSeveral(input, reader, ctx))
    )
    .optional()
    .meta({ anyOf: [reader.schema, listOf(reader), boundsOf(reader)] })

const listOf = <T>({ schema }: Reader<T>) => ({ type: "array", items: schema, maxItems: MAX_VALUES })

const boundsOf = <T>({ schema }: Reader<T>) => ({
  type: "object",
  properties: Object.fromEntries(OPERATORS.map((operator) => [operator, schema])),
  additionalProperties: false,
})

/** Says what is wrong with a value. What the transform then returns is not used. */
function refuse(ctx: z.core.$RefinementCtx, message: string, path: string[] = []): void {
  ctx.addIssue({ code: "custom", message, path })
}

function readSeveral<T>(input: unknown, { read, expectation, isWhole }: Reader<T>, ctx: z.core.$RefinementCtx): T[] {
  const listed: unknown[] = Array.isArray(input) ? input : (indexed(input) ?? [input])
  const texts = listed.flatMap((value) => (typeof value === "string" && !isWhole ? value.split(",") : [value]))
  const values = texts.map((text) => (typeof text === "string" ? read(text.trim()) : null)).filter((value) => value !== null)
  if (texts.length > MAX_VALUES) refuse(ctx, `must be at most ${MAX_VALUES} values`)
  else if (values.length < texts.length) refuse(ctx, expectation)
  return values
}

const OPERATORS = ["eq", "gt", "gte", "lt", "lte"] as const

function readBounds<T>(input: unknown, { read, expectation }: Reader<T>, ctx: z.core.$RefinementCtx): Bounds<T> {
  const bounds: Bounds<T> = {}
  if (!isObject(input)) {
    refuse(ctx, `takes one value, or operators: ${OPERATORS.join(", ")}`)
    return bounds
  }
  for (const [name, value] of Object.entries(input)) {
    // Medusa's own spelling is $gte.
    const operator = OPERATORS.find((known) => known === name.replace(/^\$/, ""))
    const limit = operator && typeof value === "string" ? read(value) : null
    if (!operator) refuse(ctx, `is unknown, known operators are ${OPERATORS.join(", ")}`, [name.slice(0, 20)])
    else if (limit === null) refuse(ctx, expectation, [name])
    else bounds[operator] = limit
  }
  return bounds
}

const isObject = (input: unknown): input is Record<string, unknown> => typeof input === "object" && input !== null && !Array.isArray(input)

/** The values of a list that the query parser gave back as an object: it makes no array of more than twenty values. */
function indexed(input: unknown): unknown[] | null {
  if (!isObject(input)) return null
  const names = Object.keys(input)
  return names.length > 0 && names.every((name) => /^\d+$/.test(name)) ? Object.values(input) : null
}
