import { spawnSync } from "node:child_process"
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import path from "node:path"
import { root, stateDir } from "./paths.mjs"

/** Keeps a second demo off the same data. @returns {() => void} what gives it back */
export function holdLock() {
  const file = path.join(stateDir, "launcher.pid")
  const holder = existsSync(file) ? Number(readFileSync(file, "utf8")) : 0
  if (holder && holder !== process.pid && isDemo(holder)) {
    throw new Error(`A demo of ${path.basename(root)} is running already (process ${holder}). Stop it with Ctrl-C first.`)
  }
  mkdirSync(stateDir, { recursive: true })
  writeFileSync(file, String(process.pid))
  return () => rmSync(file, { force: true })
}

/** Numbers of processes are used again, so the number alone says nothing. @param {number} pid */
function isDemo(pid) {
  const command =
    process.platform === "linux"
      ? attempt(() => readFileSync(`/proc/${pid}/cmdline`, "utf8"))
      : spawnSync("ps", ["-o", "command=", "-p", String(pid)], { encoding: "utf8" }).stdout
  return Boolean(command?.includes("start.mjs"))
}

/** @param {() => string} read */
function attempt(read) {
  try {
    return read()
  } catch {
    // There is no such process.
    return undefined
  }
}
