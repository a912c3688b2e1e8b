/*
 * `npm run openapi` writes docs/reference/openapi.json, events.json and api/routes.md from the routes, their schemas and the published types.
 * With `--print` it prints them instead, by which a test compares them with the files.
 */
import { writeFileSync } from "node:fs"
import path from "node:path"

import { describeApi } from "./document"
import { describeEvents } from "./events"
import { routeTable } from "./route-table"
import { TypeSchemas } from "./type-schemas"

const types = new TypeSchemas()
const document = describeApi(types)
const files: Record<string, string> = {
  "docs/reference/openapi.json": `${JSON.stringify(document, null, 1)}\n`,
  "docs/reference/api/routes.md": routeTable(document),
  "docs/reference/events.json": `${JSON.stringify(describeEvents(types), null, 1)}\n`,
}
// What the routes import would hold the process open.
if (process.argv.includes("--print")) {
  process.stdout.write(JSON.stringify(files), () => process.exit(0))
} else {
  for (const [file, text] of Object.entries(files)) writeFileSync(path.resolve(__dirname, "../..", file), text)
  process.exit(0)
}
