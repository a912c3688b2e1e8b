import { readFileSync } from "node:fs"
import path from "node:path"

import Ajv2020, { type ValidateFunction } from "ajv/dist/2020"
import type { AxiosInstance, AxiosResponse } from "axios"

interface Description {
  paths: Record<string, Record<string, Operation>>
  components: { responses: Record<string, Answer> }
}
interface Operation {
  responses: Record<string, Answer | { $ref: string }>
}
interface Answer {
  content: Record<string, { schema: object }>
}

const TIME = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/

/** Fails the test whose answer is not as docs/reference/openapi.json describes it: status, type, and for JSON every field. */
export function checkAnswers(api: AxiosInstance): void {
  const check = checker()
  api.interceptors.response.use(
    (answer) => {
      check(answer)
      return answer
    },
    (error: unknown) => {
      const { response } = error as { response?: AxiosResponse }
      if (response) check(response)
      throw error
    }
  )
}

function checker(): (answer: AxiosResponse) => void {
  const file = path.resolve(__dirname, "../../docs/reference/openapi.json")
  const description = JSON.parse(readFileSync(file, "utf8")) as Description
  const isLike = schemas(description)
  const templates = Object.keys(description.paths).map((template) => ({ template, pattern: patternOf(template) }))

  return ({ status, data, headers, config }) => {
    const [pathname = "", query = ""] = (config.url ?? "").split("?")
    // What is said of a route of its own holds before what is said of any id.
    const [found] = templates.filter(({ pattern }) => pattern.test(pathname)).sort(byParameters)
    const operation = found && description.paths[found.template]?.[String(config.method).toLowerCase()]
    if (!operation || status >= 500) return
    const route = `${String(config.method).toUpperCase()} ${pathname}`
    const answer = resolved(description, operation.responses[status])
    if (!answer) throw new Error(`${route} answers ${status}, which openapi.json does not name: ${JSON.stringify(data)}`)
    const [type = ""] = String(headers["content-type"]).split(";")
    const content = answer.content[type]
    if (!content) throw new Error(`${route} answers ${status} as ${type}, which openapi.json does not name`)
    if (type !== "application/json") return
    const isCut = /(?:^|&)fields=/.test(query) || "fields" in ((config.params as object | undefined) ?? {})
    const problem = isLike(content.schema, data, isCut)
    if (problem) throw new Error(`${route} answers what openapi.json does not describe: ${problem}`)
  }
}

/** What is wrong with an answer; null when nothing is. Fields that are not described are wrong; with `fields`, any may be missing. */
function schemas(description: Description): (schema: object, data: unknown, isCut: boolean) => string | null {
  const ajv = new Ajv2020({ strict: false, allErrors: true, formats: { "date-time": TIME } })
  ajv.addSchema(closed(description, false) as object, "whole")
  ajv.addSchema(closed(description, true) as object, "cut")
  const compiled = new Map<string, ValidateFunction>()
  return (schema, data, isCut) => {
    const text = JSON.stringify(closed(schema, isCut)).replaceAll('"#/', isCut ? '"cut#/' : '"whole#/')
    const validate = compiled.get(text) ?? ajv.compile(JSON.parse(text) as object)
    compiled.set(text, validate)
    return validate(data) ? null : ajv.errorsText(validate.errors?.slice(0, 5), { dataVar: "answer" }) + described(validate.errors)
  }
}

const described = (errors: ValidateFunction["errors"]): string =>
  ` ${JSON.stringify((errors ?? []).slice(0, 5).map(({ params, instancePath }) => [instancePath, params]))}`

/** The same schema without room for fields it does not name. */
function closed(schema: unknown, isCut: boolean): unknown {
  if (Array.isArray(schema)) return schema.map((one) => closed(one, isCut))
  if (typeof schema !== "object" || schema === null) return schema
  const { required, ...rest } = Object.fromEntries(Object.entries(schema).map(([key, value]) => [key, closed(value, isCut)]))
  const isObject = rest.type === "object" && "properties" in rest
  return {
    ...(isObject && { additionalProperties: false }),
    ...rest,
    ...(required !== undefined && !(isCut && Array.isArray(required)) && { required }),
  }
}

function resolved(description: Description, answer: Answer | { $ref: string } | undefined): Answer | undefined {
  if (!answer || !("$ref" in answer)) return answer
  return description.components.responses[answer.$ref.replace("#/components/responses/", "")]
}

const patternOf = (template: string): RegExp => new RegExp(`^${template.replace(/\./g, "\\.").replace(/\{\w+\}/g, "[^/]+")}/?$`)

const byParameters = (a: { template: string }, b: { template: string }): number =>
  a.template.split("{").length - b.template.split("{").length
