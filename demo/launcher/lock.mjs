import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import path from "node:path"
import { root, stateDir } from "./paths.mjs"

/** Keeps a second demo off the same data. @returns {() => void} what gives it back */
export function holdLock() {
  const file = path.join(stateDir, "launcher.pid")
  const holder = existsSync(file) ? Number(readFileSync(file, "utf8")) : 0
  if (holder && holder !== process.pid && isAlive(holder)) {
    throw new Error(`A demo of ${path.basename(root)} is running already (process ${holder}). Stop it with Ctrl-C first.`)
  }
  mkdirSync(stateDir, { recursive: true })
  writeFileSync(file, String(process.pid))
  return () => rmSync(file, { force: true })
}

/** @param {number} pid */
function isAlive(pid) {
  try {
    return process.kill(pid, 0)
  } catch (error) {
    return /** @type {NodeJS.ErrnoException} */ (error).code === "EPERM"
  }
}
