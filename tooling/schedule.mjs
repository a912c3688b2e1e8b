import { buffered, say } from "./run.mjs"

/**
 * @typedef {import("./report.mjs").Outcome} Outcome
 * @typedef {import("./report.mjs").StageResult} StageResult
 * @typedef {{ name: string, cores: 1 | 2, run: () => Promise<Outcome> }} Job
 */

const CORES = 2

/**
 * Runs jobs in their order, two at the same time where each keeps only one core busy. After a failure nothing more is begun.
 *
 * @param {Job[]} jobs
 * @param {boolean} keepGoing whatever fails
 * @returns {Promise<StageResult[]>} of those that were begun
 */
export async function schedule(jobs, keepGoing) {
  /** @type {StageResult[]} */
  const results = []
  /** @type {Map<Job, Promise<void>>} */
  const running = new Map()
  const used = () => [...running.keys()].reduce((sum, { cores }) => sum + cores, 0)
  const hasFailed = () => results.some(({ ok }) => !ok)

  for (const job of jobs) {
    while (used() + job.cores > CORES) await Promise.race(running.values())
    if (hasFailed() && !keepGoing) break
    const isAlone = job.cores === CORES || jobs.length === 1
    running.set(
      job,
      (isAlone ? runJob(job) : runBuffered(job)).then((result) => {
        results.push(result)
        running.delete(job)
      })
    )
  }
  await Promise.all(running.values())
  return jobs.flatMap(({ name }) => results.find((result) => result.name === name) ?? [])
}

/** @param {Job} job @returns {Promise<StageResult>} */
async function runJob({ name, run }) {
  say(title(name))
  const start = performance.now()
  const outcome = await run()
  if (outcome.skipped) say(`Skipped: ${outcome.skipped}\n`)
  // What a developer may leave out on a laptop must have run before a merge.
  const ok = outcome.ok && !(outcome.skipped && process.env.CI === "true")
  return { ...outcome, ok, name, seconds: (performance.now() - start) / 1000 }
}

/** @param {Job} job */
async function runBuffered(job) {
  const { result, written } = await buffered(() => runJob(job))
  process.stdout.write(written)
  return result
}

/** @param {string} name */
const title = (name) => `\n━━ ${name} ${"━".repeat(60 - name.length)}\n`
