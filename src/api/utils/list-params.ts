import { z } from "@medusajs/framework/zod"
import { createFindParams } from "@medusajs/medusa/api/utils/validators"

const MAX_LIMIT = 100

/** A page's size and place. A larger page than 100 is cut to 100. */
const pageParams = createFindParams({ limit: 20, offset: 0 })
  .omit({ with_deleted: true, order: true })
  .extend({
    limit: z.coerce
      .number()
      .int()
      .min(1)
      .default(20)
      .transform((limit) => Math.min(limit, MAX_LIMIT)),
    offset: z.coerce.number().int().min(0).default(0),
  })

/** The query of a list: page, fields, and an order among the sortable ones. */
export const listParams = <Sortable extends string>(sortable: readonly [Sortable, ...Sortable[]]) =>
  pageParams.extend({ order: z.enum([...sortable, ...sortable.map((field) => `-${field}` as const)]).optional() })

/** A filter that takes one value or several. */
export const oneOrMany = () =>
  z
    .union([z.string(), z.array(z.string()).max(MAX_LIMIT)])
    .transform((value) => (Array.isArray(value) ? value : [value]))
    .optional()

/** The same for a closed list of values. */
export const oneOrManyOf = <Value extends string>(values: readonly [Value, ...Value[]]) =>
  z.preprocess((value) => (typeof value === "string" ? value.split(",") : value), z.array(z.enum(values))).optional()

export const searchText = () => z.string().max(200).optional()

export const flag = () =>
  z
    .enum(["true", "false"])
    .transform((value) => value === "true")
    .optional()
