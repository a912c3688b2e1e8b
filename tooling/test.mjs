import { noTest, parseArguments } from "./arguments.mjs"
import { changedFiles } from "./changed.mjs"
import { ensureInstalled } from "./install.mjs"
import { report } from "./report.mjs"
import { say } from "./run.mjs"
import { schedule } from "./schedule.mjs"
import { shareOf } from "./share.mjs"
import { stages } from "./stages.mjs"
import { stopAll } from "./test-database.mjs"

const NAMES = Object.keys(stages)

const help = `npm test                                  everything, in this order; ends at the first failure
npm test -- --keep-going                  everything, whatever fails
npm test -- changed [since]               only what the branch and the uncommitted change touch
npm test -- <stage> [arguments of its tool]

stages without a database: format lint types unit pdf build
stages with the embedded PostgreSQL: module http lifecycle concurrency properties redis
stage with the demo shop: browser

npm test -- unit period                   the unit tests in files whose path contains "period"
npm test -- module -t "closes once"       one module test
npm test -- http store --watch            Jest's own arguments work
LOG_LEVEL=info npm test -- lifecycle --silent=false     with Medusa's log and the console's
`

/** @param {import("./arguments.mjs").Wanted} wanted @returns {import("./schedule.mjs").Job[]} */
function jobsFor(wanted) {
  const every = Object.entries(stages).map(([name, stage]) => ({ name, ...stage }))
  if (wanted.kind === "changed") {
    const files = changedFiles(wanted.since)
    say(`${files.length} changed files\n`)
    return every.flatMap(({ name, cores, run }) => {
      const share = shareOf(name, files)
      return share ? [{ name, cores, run: () => run(share.args, share.files) }] : []
    })
  }
  if (wanted.kind === "all") return every.map((stage) => ({ ...stage, run: () => orNoTest(stage, []) }))
  return every.filter(({ name }) => name === wanted.stage).map((stage) => ({ ...stage, run: () => orNoTest(stage, wanted.args) }))
}

/** A name that was spelled wrong must not pass. @param {{ name: string } & import("./stages.mjs").Stage} stage @param {string[]} args */
async function orNoTest({ name, run }, args) {
  const outcome = await run(args)
  const { counts } = outcome
  if (!counts || counts.passed + counts.failed > 0) return outcome
  say(`\n${noTest(name, args, NAMES)}\n`)
  return { ...outcome, ok: false }
}

const wanted = parseArguments(process.argv.slice(2), NAMES)
if (wanted.kind === "help" || wanted.kind === "error") {
  if (wanted.kind === "help") process.stdout.write(help)
  else process.stderr.write(`${wanted.message}\n`)
  process.exit(wanted.kind === "help" ? 0 : 1)
}

let ok = false
try {
  ensureInstalled()
  const jobs = jobsFor(wanted)
  const results = await schedule(jobs, wanted.kind !== "stage" && wanted.keepGoing)
  const begun = results.map(({ name }) => name)
  const notRun = jobs.map(({ name }) => name).filter((name) => !begun.includes(name))
  process.stdout.write(report(results, notRun))
  ok = results.every((result) => result.ok)
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`)
} finally {
  await stopAll()
}
// Of the libraries in play some hold the process open.
process.exit(ok ? 0 : 1)
