import { spawn } from "node:child_process"
import { closeSync, mkdirSync, openSync, readFileSync } from "node:fs"
import path from "node:path"
import { pathToFileURL } from "node:url"
import { root, stateDir, store } from "./paths.mjs"

const cli = path.join(root, "node_modules", "@medusajs", "cli", "cli.js")
const preload = pathToFileURL(path.join(import.meta.dirname, "end-with-parent.mjs")).href

/** Longer than a healthy shutdown takes, shorter than the patience of whoever pressed Ctrl-C. */
const GRACE_MS = 2_500

/** @typedef {{ logFile: string, exited: Promise<number | null>, stop: () => Promise<void> }} MedusaProcess */

/** @type {Set<MedusaProcess>} */
const running = new Set()

/**
 * Starts a command of Medusa's command line in the store's directory. Its output goes to `.demo/<log>.log`.
 * @param {string[]} args
 * @param {{ log: string, cwd?: string, env?: Record<string, string>, nodeFlags?: string[], onMessage?: (message: unknown) => void }} options
 * @returns {MedusaProcess}
 */
export function startMedusa(args, { log, cwd = store, env, nodeFlags = [], onMessage }) {
  mkdirSync(stateDir, { recursive: true })
  const logFile = path.join(stateDir, `${log}.log`)
  const output = openSync(logFile, "w")
  const child = spawn(process.execPath, [...nodeFlags, "--import", preload, cli, ...args], {
    cwd,
    env: { ...process.env, NODE_ENV: "production", MEDUSA_DISABLE_TELEMETRY: "true", ...env },
    // A process group of its own: Ctrl-C reaches the launcher only, which then ends everything in order.
    detached: true,
    stdio: ["ignore", output, output, "ipc"],
  })
  closeSync(output)
  if (onMessage) child.on("message", onMessage)

  /** @type {Promise<number | null>} */
  const exited = new Promise((resolve, reject) => {
    child.once("error", reject)
    child.once("exit", resolve)
  })
  const medusa = {
    logFile,
    exited,
    async stop() {
      child.kill("SIGTERM")
      const killer = setTimeout(() => child.kill("SIGKILL"), GRACE_MS)
      await exited
      clearTimeout(killer)
    },
  }
  running.add(medusa)
  void exited.catch(() => {}).finally(() => running.delete(medusa))
  return medusa
}

/** Runs a command of Medusa to its end. @type {(...command: Parameters<typeof startMedusa>) => Promise<void>} */
export async function runMedusa(args, options) {
  const { exited, logFile } = startMedusa(args, options)
  if ((await exited) !== 0) throw failure(`medusa ${args.join(" ")}`, logFile)
}

export const stopAllMedusa = () => Promise.all([...running].map((medusa) => medusa.stop()))

/** @param {string} what @param {string} logFile */
export function failure(what, logFile) {
  const tail = readFileSync(logFile, "utf8").trimEnd().split("\n").slice(-12).map(readable).join("\n")
  return new Error(`${what} failed. The end of ${path.relative(root, logFile)}:\n\n${tail}\n`)
}

/** Medusa logs in JSON, with long stacks. @param {string} line */
function readable(line) {
  try {
    const { level, message } = JSON.parse(line)
    return `  ${level}: ${message}`
  } catch {
    return `  ${line}`
  }
}
