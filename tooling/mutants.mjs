import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs"
import { spawnSync } from "node:child_process"
import { tmpdir } from "node:os"
import path from "node:path"

import { root } from "./install.mjs"
import { MUTANTS } from "./mutant-list.mjs"

/** @typedef {import("./mutant-list.mjs").Mutant} Mutant */

const copy = mkdtempSync(path.join(tmpdir(), "mutants-"))
const left = [".git", "node_modules", ".medusa", ".demo"].map((name) => path.join(root, name))
cpSync(root, copy, { recursive: true, filter: (source) => !left.some((name) => source === name || source.startsWith(name + path.sep)) })
symlinkSync(path.join(root, "node_modules"), path.join(copy, "node_modules"))

/** @param {Mutant} mutant @returns {boolean} whether its test passed */
function passes({ test: [stage, spec, name], env = {} }) {
  const args = [path.join(copy, "tooling/test.mjs"), stage, spec, ...(name ? ["-t", name] : [])]
  const { status, stdout } = spawnSync(process.execPath, args, {
    cwd: copy,
    encoding: "utf8",
    // The same world each time, large enough for every mutant that is looked for in it.
    env: { ...process.env, PROPERTY_SEED: "2", PROPERTY_PROGRAMS: "300", ...env },
  })
  if (!new RegExp(`^${stage} +[\\d.]+ +[1-9]|FAILED`, "m").test(stdout))
    throw new Error(`${stage} ${spec} ran no test "${name}"\n${stdout}`)
  return status === 0
}

const chosen = process.argv.slice(2).map(Number)
/** Tests that pass without any mutant. */
const passing = new Set()
let survived = 0
try {
  for (const [index, mutant] of MUTANTS.entries()) {
    if (chosen.length > 0 && !chosen.includes(index + 1)) continue
    const unmutated = JSON.stringify([mutant.test, mutant.env])
    if (!passing.has(unmutated) && !passes(mutant)) throw new Error(`${mutant.test.join(" ")} fails without any mutant`)
    passing.add(unmutated)
    const originals = mutant.edits.map(([file]) => /** @type {const} */ ([file, readFileSync(path.join(copy, file), "utf8")]))
    for (const [file, find, replace] of mutant.edits) {
      const text = readFileSync(path.join(copy, file), "utf8")
      if (!text.includes(find)) throw new Error(`${file} has no "${find}" any more`)
      writeFileSync(
        path.join(copy, file),
        text.replace(find, () => replace)
      )
    }
    const isKilled = !passes(mutant)
    if (!isKilled) survived++
    process.stdout.write(
      `${String(index + 1).padStart(2)} ${isKilled ? "killed  " : "SURVIVED"} ${mutant.name}: ${mutant.test.join(" › ")}\n`
    )
    for (const [file, text] of originals) writeFileSync(path.join(copy, file), text)
  }
} finally {
  rmSync(copy, { recursive: true, force: true })
}
process.exit(survived > 0 ? 1 : 0)
