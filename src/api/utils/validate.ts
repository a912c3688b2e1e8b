import { validateAndTransformBody, validateAndTransformQuery, type MiddlewareFunction } from "@medusajs/framework/http"
import { z } from "@medusajs/framework/zod"

import { strict } from "./strict"

/** Answers come whole from one statement; `fields` only cuts them, so there are no defaults to name here. */
const LIST = { isList: true, defaults: [] as string[], defaultLimit: 20 }
const RETRIEVE = { isList: false, defaults: [] as string[] }

/** What each of these middlewares validates: the description of the API is made from it. */
export const validated = new WeakMap<MiddlewareFunction, { query: z.ZodObject } | { body: z.ZodObject }>()

/** The query of a list. */
export const validateList = (params: z.ZodObject): MiddlewareFunction =>
  remember(validateAndTransformQuery(strict(params), LIST), { query: params })

/** The query of any other route. */
export const validateQuery = (params: z.ZodObject): MiddlewareFunction =>
  remember(validateAndTransformQuery(strict(params), RETRIEVE), { query: params })

export const validateBody = (fields: z.ZodObject): MiddlewareFunction =>
  remember(validateAndTransformBody(strict(fields)), { body: fields })

const nothing = z.object({})

/** For routes that take no query, or no body. */
export const noQuery = validateQuery(nothing)
export const noBody = validateBody(nothing)

function remember(middleware: MiddlewareFunction, schemas: { query: z.ZodObject } | { body: z.ZodObject }): MiddlewareFunction {
  validated.set(middleware, schemas)
  return middleware
}
