import { watch } from "node:fs"
import path from "node:path"
import { setTimeout as sleep } from "node:timers/promises"
import { root } from "./paths.mjs"

/** An editor writes a file in several steps, and a branch is changed in many files. */
const QUIET_MS = 300
const FOLDERS = ["src", "demo/src"]

/** Each time that sources have changed and then rest. */
export async function* changes() {
  /** @type {string[]} */
  let changed = []
  let tell = () => {}
  for (const folder of FOLDERS) {
    watch(path.join(root, folder), { recursive: true }, (_, file) => {
      if (!file || file.includes("__tests__")) return
      changed.push(path.join(folder, file))
      tell()
    })
  }
  for (;;) {
    if (changed.length === 0) await new Promise((resolve) => (tell = () => resolve(undefined)))
    for (let before = -1; before !== changed.length; await sleep(QUIET_MS)) before = changed.length
    const files = [...new Set(changed)]
    changed = []
    yield files
  }
}
