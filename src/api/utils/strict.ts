import { MedusaError } from "@medusajs/framework/utils"
import { z } from "@medusajs/framework/zod"

import { describeIssues, describeProblem } from "./describe-issues"

/**
 * A schema that refuses unknown fields, in sentences that begin with the field's name. Medusa would also refuse them, but not say which
 * fields and values are right.
 */
export const strict = (schema: z.ZodObject) =>
  z.unknown().transform(async (input): Promise<unknown> => {
    const read = await schema.strict().safeParseAsync(input ?? {}, { error: describeProblem })
    if (read.success) return read.data
    throw new MedusaError(MedusaError.Types.INVALID_DATA, describeIssues(read.error.issues, Object.keys(schema.shape)))
  })
