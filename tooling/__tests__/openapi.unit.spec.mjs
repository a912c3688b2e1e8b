import { execFile } from "node:child_process"
import { readFileSync, readdirSync } from "node:fs"
import path from "node:path"
import { promisify } from "node:util"
import { Validator } from "@seriousme/openapi-schema-validator"

const root = process.cwd()

const OWN = ["routes.md"]

/** @type {Record<string, string>} */
let written

beforeAll(async () => {
  const args = ["-r", "ts-node/register/transpile-only", "tooling/openapi/write.ts", "--print"]
  const { stdout } = await promisify(execFile)(process.execPath, args, { cwd: root, maxBuffer: 50_000_000 })
  // In a new home Medusa prints a notice first.
  written = JSON.parse(stdout.slice(stdout.indexOf("{")))
}, 180_000)

const openapi = () => JSON.parse(String(written["docs/reference/openapi.json"]))

test.each(["docs/reference/openapi.json", "docs/reference/api/routes.md", "docs/reference/events.json"])(
  "%s is as `npm run openapi` writes it",
  (file) => {
    // Not compared as texts: Jest would print half a megabyte.
    expect(`${file} ${readFileSync(path.join(root, file), "utf8") === written[file] ? "is fresh" : "is stale: run npm run openapi"}`).toBe(
      `${file} is fresh`
    )
  }
)

test("a validator of OpenAPI takes the description", async () => {
  const { valid, errors } = await new Validator().validate(openapi())
  expect({ valid, errors }).toEqual({ valid: true, errors: undefined })
})

test("a list that can also be added to has its own parameters, and the addition its own", () => {
  const { get, post } = openapi().paths["/admin/affiliates"]
  /** @param {{ parameters: { $ref: string }[] }} operation */
  const names = ({ parameters }) => parameters.map(({ $ref }) => $ref.replace(/.*\/(\w+?)(?:_\d+)?$/, "$1"))
  expect(names(get)).toEqual(expect.arrayContaining(["fields", "limit", "offset", "order", "q", "status", "program_id"]))
  expect([names(post), "requestBody" in get]).toEqual([["fields"], false])
})

test("every operation has a name of its own", () => {
  /** @type {{ operationId: string }[]} */
  const operations = Object.values(openapi().paths).flatMap((methods) => Object.values(methods))
  const names = operations.map(({ operationId }) => operationId)
  expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([])
})

test("the reference names every route of the Store and Admin API", () => {
  const folder = path.join(root, "docs/reference/api")
  const files = readdirSync(folder).filter((file) => !OWN.includes(file))
  const prose = files.map((file) => readFileSync(path.join(folder, file), "utf8")).join("\n")
  const lasts = Object.keys(openapi().paths)
    .filter((route) => !route.startsWith("/affiliate/portal/"))
    .map((route) => String(route.split("/").findLast((segment) => !segment.startsWith("{"))))
  expect([...new Set(lasts)].filter((last) => !new RegExp(`/${last}\\b|\`${last}\``).test(prose))).toEqual([])
})

test("the reference names every event and every field of its data", () => {
  const rows = [
    ...readFileSync(path.join(root, "docs/reference/events.md"), "utf8").matchAll(/^\| `(affiliate\.[\w.]+)` \|.*\| (.+) \|$/gm),
  ]
  const documented = rows.map(([, name, data]) => [name, [...String(data).matchAll(/`(\w+)`/g)].map(([, field]) => field)])
  /** @type {[string, { properties: object }][]} */
  const events = Object.entries(JSON.parse(String(written["docs/reference/events.json"])).properties)
  expect(documented.map(([name]) => name)).toEqual(events.map(([name]) => name))
  for (const [name, { properties }] of events) {
    const [, fields] = documented.find(([documentedName]) => documentedName === name) ?? []
    expect([name, fields]).toEqual([name, expect.arrayContaining(Object.keys(properties))])
  }
})
