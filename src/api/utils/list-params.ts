import { z } from "@medusajs/framework/zod"

const DEFAULT_LIMIT = 20
const MAX_LIMIT = 100

/** `fields` cuts an answer to the named ones. */
export const SelectParams = z.object({ fields: z.string().optional() })

/** A page's size and place. A larger page than 100 is cut to 100. */
export const PageParams = SelectParams.extend({
  limit: z.coerce
    .number()
    .int()
    .min(1)
    .default(DEFAULT_LIMIT)
    .transform((limit) => Math.min(limit, MAX_LIMIT)),
  offset: z.coerce.number().int().min(0).default(0),
})

/** The query of a list: page, fields, and an order among the sortable ones. */
export const listParams = (sortable: readonly [string, ...string[]]) =>
  PageParams.extend({
    order: z
      .string()
      .refine((order) => sortable.includes(order.replace(/^-/, "")), {
        error: `must be one of ${sortable.join(", ")}, descending with - before it`,
      })
      .optional()
      .meta({ enum: sortable.flatMap((name) => [name, `-${name}`]) }),
  })
