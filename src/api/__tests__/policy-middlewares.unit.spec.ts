import { readdirSync } from "node:fs"
import path from "node:path"

import { PROTECTED_ROUTES } from "../policy-middlewares"

const API = path.join(__dirname, "../admin")

/** Every route of ours below /admin, as its address in a request. */
const ROUTES = readdirSync(API, { recursive: true, encoding: "utf8" })
  .filter((file) => path.basename(file) === "route.ts")
  .map((file) => `/admin/${path.dirname(file).replaceAll(path.sep, "/")}`)

const matches = (matcher: string, route: string): boolean =>
  new RegExp(`^${matcher.replace(/:\w+/g, "[^/]+").replace("*", ".*")}$`).test(route.replace(/\[\w+\]/g, "x"))

it.each(ROUTES)("%s needs a policy", (route) => {
  expect(PROTECTED_ROUTES.some(([matcher]) => matches(matcher, route))).toBe(true)
})
