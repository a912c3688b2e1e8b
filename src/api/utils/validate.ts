import { validateAndTransformBody, validateAndTransformQuery, type MiddlewareFunction } from "@medusajs/framework/http"
import { z } from "@medusajs/framework/zod"

import { strict } from "./strict"

/** Answers come whole from one statement; `fields` only cuts them, so there are no defaults to name here. */
const LIST = { isList: true, defaults: [] as string[], defaultLimit: 20 }
const RETRIEVE = { isList: false, defaults: [] as string[] }

/** The query of a list. */
export const validateList = (params: z.ZodObject): MiddlewareFunction => validateAndTransformQuery(strict(params), LIST)

/** The query of any other route. */
export const validateQuery = (params: z.ZodObject): MiddlewareFunction => validateAndTransformQuery(strict(params), RETRIEVE)

export const validateBody = (fields: z.ZodObject): MiddlewareFunction => validateAndTransformBody(strict(fields))

const nothing = z.object({})

/** For routes that take no query, or no body. */
export const noQuery = validateQuery(nothing)
export const noBody = validateBody(nothing)
