import { writeFileSync } from "node:fs"
import path from "node:path"
import { cpus, totalmem } from "node:os"
import { stopAllMedusa } from "../demo/launcher/medusa.mjs"
import { root } from "../demo/launcher/paths.mjs"
import { say, step } from "../demo/launcher/progress.mjs"
import { STEPS } from "./rows/index.mjs"
import { openStore } from "./store.mjs"
import { table } from "./table.mjs"

/** @param {{ orders: number, only: string }} wish */
export async function runBench({ orders, only }) {
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
    say(`\n${table(measured)}\n`)
    const machine = { cores: cpus().length, cpu: cpus()[0]?.model, memory_gb: Math.round(totalmem() / 2 ** 30), node: process.version }
    writeFileSync(path.join(root, "bench", "results.json"), `${JSON.stringify({ machine, orders, rows: measured }, null, 2)}\n`)
  } finally {
    for (const end of started.reverse()) await end()
  }
}
