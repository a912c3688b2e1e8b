import { spawnSync } from "node:child_process"
import { readFileSync, writeFileSync } from "node:fs"
import path from "node:path"
import { cpus, totalmem } from "node:os"
import { stopAllMedusa } from "../demo/launcher/medusa.mjs"
import { root } from "../demo/launcher/paths.mjs"
import { say, step } from "../demo/launcher/progress.mjs"
import { STEPS } from "./rows/index.mjs"
import { openStore } from "./store.mjs"
import { table } from "./table.mjs"

/** @param {{ orders: number, only: string, against: string | undefined }} wish */
export async function runBench({ orders, only, against }) {
  /** @type {(() => unknown)[]} */
  const started = [stopAllMedusa]
  try {
    const bench = await step(`A store with ${orders.toLocaleString("en")} orders`, () => openStore(orders, started))
    /** @type {import("./table.mjs").Measured[]} */
    const measured = []
    for (const todo of STEPS) {
      if ("prepare" in todo) await step(todo.name, () => todo.prepare(bench))
      else if (todo.name.includes(only)) measured.push({ ...todo, figure: await step(todo.name, () => todo.measure(bench)) })
    }
    for (const end of started.splice(0).reverse()) await end()
    say(`\n${table(measured, against ? figuresOf(against, orders, only) : undefined)}\n`)
    const machine = { cores: cpus().length, cpu: cpus()[0]?.model, memory_gb: Math.round(totalmem() / 2 ** 30), node: process.version }
    writeFileSync(path.join(root, "bench", "results.json"), `${JSON.stringify({ machine, orders, rows: measured }, null, 2)}\n`)
  } finally {
    for (const end of started.reverse()) await end()
  }
}

/**
 * What the bench of another checkout sees in a store of its own, by the rows' names. Each of its rows is a ratio of two sides of one run, as here.
 *
 * @param {string} folder @param {number} orders @param {string} only @returns {Map<string, number>}
 */
function figuresOf(folder, orders, only) {
  say(`\n${folder}`)
  const args = ["bench/start.mjs", "--orders", String(orders), "--only", only]
  const { status } = spawnSync(process.execPath, args, { cwd: folder, stdio: "inherit" })
  if (status !== 0) throw new Error(`The bench in ${folder} has failed.`)
  /** @type {{ rows: import("./table.mjs").Measured[] }} */
  const { rows } = JSON.parse(readFileSync(path.join(folder, "bench", "results.json"), "utf8"))
  return new Map(rows.map(({ name, figure }) => [name, figure.seen]))
}
