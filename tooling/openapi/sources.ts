import { readdirSync } from "node:fs"
import { createRequire } from "node:module"
import path from "node:path"

import type { MiddlewareRoute } from "@medusajs/framework/http"
import type { z } from "@medusajs/framework/zod"

import middlewares from "../../src/api/middlewares"
import { validated } from "../../src/api/utils/validate"

const API = path.resolve(__dirname, "../../src/api")
const load = createRequire(__filename)
const METHODS = ["GET", "POST", "DELETE"] as const

/** A route as it is: where it stands, and what its middlewares validate. */
export interface Route {
  method: (typeof METHODS)[number]
  /** `/admin/affiliates/{id}` */
  path: string
  query?: z.ZodObject
  body?: z.ZodObject
}

/** Every route below `src/api`. */
export function routes(): Route[] {
  const files = readdirSync(API, { recursive: true, encoding: "utf8" }).filter((file) => path.basename(file) === "route.ts")
  return files.sort().flatMap((file) => {
    const handlers = load(path.join(API, file)) as Record<string, unknown>
    const segments = path.dirname(file).split(path.sep)
    const template = `/${segments.map((segment) => segment.replace(/^\[(.+)\]$/, ":$1")).join("/")}`
    return METHODS.filter((method) => method in handlers).map((method) => ({
      method,
      path: template.replace(/:(\w+)/g, "{$1}"),
      ...schemasOf(method, template),
    }))
  })
}

function schemasOf(method: string, template: string): { query?: z.ZodObject; body?: z.ZodObject } {
  const own = (middlewares.routes ?? []).filter((route) => takes(route, method) && matches(route, template))
  const schemas = own.flatMap((route) => route.middlewares ?? []).map((middleware) => validated.get(middleware as never) ?? {})
  return Object.assign({}, ...schemas) as { query?: z.ZodObject; body?: z.ZodObject }
}

/** Medusa keeps what a route calls its `method` as `methods`. */
const takes = ({ method, methods = method ?? "ALL" }: Methods, wanted: string): boolean =>
  [methods].flat().some((name) => name === "ALL" || name === wanted)

interface Methods {
  method?: string | string[]
  methods?: string | string[]
}

const matches = ({ matcher }: MiddlewareRoute, template: string): boolean =>
  matcher instanceof RegExp ? matcher.test(template) : matcher === template
