import { z } from "@medusajs/framework/zod"

const DEFAULT_LIMIT = 20
const MAX_LIMIT = 100

/** `fields` cuts an answer to the named ones. */
export const SelectParams = z.object({ fields: z.string().optional() })

const size = z.coerce.number().int().min(1)
const cut = (limit: number): number => Math.min(limit, MAX_LIMIT)

/** A page's size and place. A larger page than 100 is cut to 100. */
export const PageParams = SelectParams.extend({
  limit: size.default(DEFAULT_LIMIT).transform(cut),
  offset: z.coerce.number().int().min(0).default(0),
})

/** The same where everything is answered unless the request names a size. */
export const OptionalPageParams = PageParams.extend({ limit: size.transform(cut).optional() })

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
