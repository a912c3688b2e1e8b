import { z } from "@medusajs/framework/zod"

import { version } from "../../package.json"
import { ROUTES, type Answer, type RouteDescription } from "./routes"
import type { Schema } from "./schema"
import { routes, type Route } from "./sources"
import type { TypeSchemas } from "./type-schemas"

const PARAMETERS: Record<string, string> = {
  id: "An id.",
  period: "A month: `YYYY-MM`.",
  statement: "A month, with an ending for a file: `2016-04.pdf`.",
  name: "The notification's name.",
  file: "The file's name.",
  provider: "The provider of the log-in.",
  handle: "The program's handle.",
}

const ERRORS = {
  BadRequest: "A field is wrong or unknown, or the request is refused; `code` has the reason where a caller can act on it.",
  Forbidden: "The caller may not do this.",
  NotFound: "There is no such thing, or it belongs to another customer.",
  Conflict: "Something has changed meanwhile, or has to be done first; `code` says what.",
  TooLarge: "The body is larger than the store or the route reads.",
}

/** The OpenAPI 3.1 description of every route. @throws naming a route without a description, and a description without a route */
export function describeApi(types: TypeSchemas): Schema {
  const known = routes()
  const names = known.map(nameOf)
  const missing = names.filter((name) => !(name in ROUTES))
  if (missing.length > 0) throw new Error(`tooling/openapi/routes.ts has no row for ${missing.join(", ")}`)
  const gone = Object.keys(ROUTES).filter((name) => !names.includes(name))
  if (gone.length > 0) throw new Error(`tooling/openapi/routes.ts describes what is no route: ${gone.join(", ")}`)

  const paths: Record<string, Schema> = {}
  const shared = new SharedParameters()
  for (const route of known) {
    const operation = operationOf(route, ROUTES[nameOf(route)] as RouteDescription, types, shared)
    paths[route.path] = { ...paths[route.path], [route.method.toLowerCase()]: operation }
  }
  const error = types.ref("AffiliateErrorResponse")
  return {
    openapi: "3.1.0",
    info: {
      title: "medusa-plugin-affiliate",
      version,
      description:
        "The routes of the affiliate program. Amounts and percentages are decimal strings, times are ISO 8601 in UTC, months are `YYYY-MM`. With `fields` an answer has only the fields that were asked for.",
      license: { name: "MIT", identifier: "MIT" },
    },
    servers: [{ url: "http://localhost:9000", description: "The Medusa store" }],
    tags: [
      { name: "Admin", description: "For users of the dashboard and secret API keys." },
      { name: "Store", description: "For storefronts; what belongs to an affiliate needs the customer's login." },
      { name: "Public", description: "Without a key, from any origin." },
    ],
    paths,
    components: {
      securitySchemes: {
        bearer: { type: "http", scheme: "bearer", description: "The token of a user, or of a customer." },
        session: { type: "apiKey", in: "cookie", name: "connect.sid" },
        secret_key: { type: "http", scheme: "basic", description: "A secret API key as the user's name, without a password." },
        publishable_key: { type: "apiKey", in: "header", name: "x-publishable-api-key" },
      },
      parameters: shared.parameters,
      responses: {
        ...Object.fromEntries(Object.entries(ERRORS).map(([name, description]) => [name, { description, content: json(error) }])),
        Unauthorized: {
          description: "Nobody is logged in.",
          content: json({ type: "object", properties: { message: { type: "string" } }, required: ["message"] }),
        },
      },
      schemas: Object.fromEntries(Object.entries(types.schemas).sort(([a], [b]) => (a < b ? -1 : 1))),
    },
  }
}

const nameOf = ({ method, path }: Route): string => `${method} ${path}`

function operationOf(route: Route, description: RouteDescription, types: TypeSchemas, shared: SharedParameters): Schema {
  const tag = route.path.startsWith("/admin/") ? "Admin" : route.path.startsWith("/store/") ? "Store" : "Public"
  const isOwn = /^\/store\/affiliate(?:-programs|s\/me|s\/invitations\/accept)/.test(route.path)
  const parameters = [...pathParameters(route.path), ...queryParameters(route.query)].map((parameter) => shared.ref(parameter))
  return {
    operationId: operationId(route),
    tags: [tag],
    summary: description.does.split(/(?<=[.:;]) /)[0]?.replace(/[.:;]$/, ""),
    description: description.does,
    security: securityOf(tag, isOwn),
    ...(parameters.length > 0 && { parameters }),
    ...(route.body && hasFields(route.body) && { requestBody: { required: true, content: json(schemaOf(route.body)) } }),
    responses: {
      ...answersOf(description.answers, types),
      ...(tag !== "Public" || route.query || route.body ? { 400: error("BadRequest") } : {}),
      ...(tag === "Admin" || isOwn ? { 401: error("Unauthorized"), 403: error("Forbidden") } : {}),
      404: error("NotFound"),
      ...(description.conflicts && { 409: error("Conflict") }),
      ...(route.body ? { 413: error("TooLarge") } : {}),
    },
  }
}

/** Most lists have the same parameters: each is described once. */
class SharedParameters {
  readonly parameters: Record<string, Schema> = {}

  ref(parameter: Schema): Schema {
    const text = JSON.stringify(parameter)
    const name = String(parameter.name)
    for (let number = 1; ; number++) {
      const key = number === 1 ? name : `${name}_${number}`
      this.parameters[key] ??= parameter
      if (JSON.stringify(this.parameters[key]) === text) return { $ref: `#/components/parameters/${key}` }
    }
  }
}

/** `GET /admin/affiliates/{id}/notes` is `getAdminAffiliatesIdNotes`. */
const operationId = ({ method, path }: Route): string =>
  method.toLowerCase() +
  path
    .split(/[^a-z0-9]+/i)
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join("")

function securityOf(tag: string, isOwn: boolean): Schema[] {
  if (tag === "Admin") return [{ bearer: [] }, { session: [] }, { secret_key: [] }]
  if (tag === "Public") return []
  return isOwn
    ? [
        { publishable_key: [], bearer: [] },
        { publishable_key: [], session: [] },
      ]
    : [{ publishable_key: [] }]
}

const pathParameters = (path: string): Schema[] =>
  [...path.matchAll(/\{(\w+)\}/g)].map(([, name = ""]) => ({
    name,
    in: "path",
    required: true,
    description: PARAMETERS[name] ?? `The ${name.replaceAll("_", " ")}.`,
    schema: { type: "string" },
  }))

function queryParameters(query: z.ZodObject | undefined): Schema[] {
  if (!query) return []
  const { properties = {}, required = [] } = schemaOf(query) as { properties?: Record<string, Schema>; required?: string[] }
  return Object.entries(properties).map(([name, schema]) => ({
    name,
    in: "query",
    ...(required.includes(name) && { required: true }),
    // Operators are written `created_at[gte]=…`; values that are repeated, `id=a&id=b`, need no style of their own.
    ...(takesOperators(schema) && { style: "deepObject", explode: true }),
    schema,
  }))
}

const takesOperators = ({ anyOf }: Schema): boolean => Array.isArray(anyOf) && (anyOf as Schema[]).some(({ type }) => type === "object")

const hasFields = (schema: z.ZodObject): boolean => Object.keys(schema.shape).length > 0

/** The schema of what is sent, not of what becomes of it. */
function schemaOf(schema: z.ZodObject): Schema {
  const { $schema: _, ...json } = z.toJSONSchema(schema.strict(), { io: "input", unrepresentable: "any" })
  return json
}

function answersOf(answers: RouteDescription["answers"], types: TypeSchemas): Record<string, Schema> {
  const byStatus = typeof answers === "string" || Array.isArray(answers) ? { 200: answers } : answers
  return Object.fromEntries(Object.entries(byStatus).map(([status, answer]) => [status, answerOf(Number(status), answer, types)]))
}

const answerOf = (status: number, answer: Answer, types: TypeSchemas): Schema => ({
  description: status === 201 ? "Something was created." : "The answer.",
  content: Object.assign(
    {},
    ...[answer].flat().map((one) => (one.includes("/") ? { [one]: { schema: { type: "string" } } } : json(types.ref(one))))
  ) as Schema,
})

const json = (schema: Schema): Schema => ({ "application/json": { schema } })

const error = (name: string): Schema => ({ $ref: `#/components/responses/${name}` })
