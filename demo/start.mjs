/*
 * `npm run demo`: from a fresh clone to a running shop with an affiliate program. Until the packages are installed this file may import
 * nothing but Node itself.
 */
import { parseArgs } from "node:util"
import { ensureInstalled } from "../tooling/install.mjs"

const help = `npm run demo                start the demo shop; the data of the last start is kept
npm run demo -- --fresh     throw the data away and start over
npm run demo -- --empty     a shop without any affiliate data (kept apart from the full one)
npm run dev                 the demo, built and started anew whenever the sources change
PORT=9100 npm run demo      on another port than 9000
DEMO_STATE=dir npm run demo with data and logs in dir instead of .demo
`

try {
  const flag = /** @type {const} */ ({ type: "boolean" })
  const { values } = parseArgs({ options: { fresh: flag, empty: flag, watch: flag, help: flag } })
  if (values.help) {
    process.stdout.write(help)
  } else {
    ensureInstalled()
    const { runDemo } = await import("./launcher/run.mjs")
    const { fresh = false, empty = false, watch = false } = values
    await runDemo({ fresh, empty, watch, port: Number(process.env.PORT || 9000) })
  }
} catch (error) {
  process.stderr.write(`\n${error instanceof Error ? error.message : String(error)}\n`)
  process.exitCode = 1
}
