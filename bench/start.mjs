/*
 * `npm run bench`: what the plugin costs beside what the same machine could do. Until the packages are installed this file may import nothing
 * but Node itself.
 */
import { parseArgs } from "node:util"
import { ensureInstalled } from "../tooling/install.mjs"

const help = `npm run bench                    100,000 orders and 300,000 clicks
npm run bench -- --quick         20,000 orders; under five minutes
npm run bench -- --orders 1000000
npm run bench -- --only close    only the rows whose name contains "close"
npm run bench -- --against <folder>   another checkout's bench after this one, its figures beside these
`

try {
  const { values } = parseArgs({
    options: {
      help: { type: "boolean" },
      quick: { type: "boolean" },
      orders: { type: "string" },
      only: { type: "string", default: "" },
      against: { type: "string" },
    },
  })
  const orders = Number(values.orders ?? (values.quick ? 20_000 : 100_000))
  if (!Number.isInteger(orders) || orders < 1_000) throw new Error(`--orders must be a whole number from 1000, not ${values.orders}.`)
  if (values.help) {
    process.stdout.write(help)
  } else {
    ensureInstalled()
    process.env.DEMO_STATE = ".bench"
    const { runBench } = await import("./run.mjs")
    await runBench({ orders, only: values.only, against: values.against })
  }
} catch (error) {
  process.stderr.write(`\n${error instanceof Error ? error.stack : String(error)}\n`)
  process.exitCode = 1
}
