import { AsyncLocalStorage } from "node:async_hooks"
import { spawn } from "node:child_process"
import { mkdtempSync, readFileSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import path from "node:path"
import { root } from "./install.mjs"
import { readResults } from "./results.mjs"

const cli = path.join(root, "node_modules", "@medusajs", "cli", "cli.js")

/** Where a stage writes while another one runs beside it: two at once would be hard to read. @type {AsyncLocalStorage<{ write: (text: string | Buffer) => void }>} */
const buffer = new AsyncLocalStorage()

/** Does some work, and returns what it has written when it is done. @template T @param {() => Promise<T>} work */
export async function buffered(work) {
  /** @type {Buffer[]} */
  const written = []
  const result = await buffer.run({ write: (text) => void written.push(Buffer.from(text)) }, work)
  return { result, written: Buffer.concat(written) }
}

/** @param {string} text */
export const say = (text) => void (buffer.getStore() ?? process.stdout).write(text)

/** @type {Record<string, string>} */
const PACKAGES = { tsc: "typescript", attw: "@arethetypeswrong/cli" }

/** The script of a tool in node_modules, to be run by this very Node. @param {"prettier" | "eslint" | "tsc" | "jest" | "knip" | "publint" | "attw"} tool */
export function bin(tool) {
  const folder = path.join(root, "node_modules", PACKAGES[tool] ?? tool)
  const field = JSON.parse(readFileSync(path.join(folder, "package.json"), "utf8")).bin
  return path.join(folder, typeof field === "string" ? field : field[tool])
}

/**
 * @param {string} script
 * @param {string[]} args
 * @param {Record<string, string>} [env]
 * @param {string} [cwd]
 * @returns {Promise<boolean>} whether it ended well
 */
export function run(script, args, env, cwd = root) {
  const into = buffer.getStore()
  const child = spawn(process.execPath, [script, ...args], {
    cwd,
    env: { ...process.env, ...env },
    stdio: into ? ["ignore", "pipe", "pipe"] : "inherit",
  })
  child.stdout?.on("data", (text) => into?.write(text))
  child.stderr?.on("data", (text) => into?.write(text))
  const pass = (/** @type {NodeJS.Signals} */ signal) => child.kill(signal)
  process.on("SIGTERM", pass).on("SIGINT", pass)
  return new Promise((resolve, reject) => {
    child.once("error", reject)
    child.once("close", (code, signal) => {
      process.off("SIGTERM", pass).off("SIGINT", pass)
      if (signal) reject(new Error(`${path.basename(script)} was ended by ${signal}`))
      else resolve(code === 0)
    })
  })
}

/** A command of Medusa's, in the one directory here that is a store. @param {string[]} args @param {Record<string, string>} env */
export const medusa = (args, env) =>
  run(cli, args, { NODE_ENV: "production", MEDUSA_DISABLE_TELEMETRY: "true", ...env }, path.join(root, "demo"))

/**
 * @param {string} type one of jest.config.js
 * @param {string[]} args
 * @param {Record<string, string>} [env]
 * @returns {Promise<{ ok: boolean } & import("./results.mjs").Results>}
 */
export async function jest(type, args, env) {
  const dir = mkdtempSync(path.join(tmpdir(), "jest-"))
  const file = path.join(dir, "results.json")
  try {
    const ok = await run(bin("jest"), ["--passWithNoTests", "--json", `--outputFile=${file}`, ...args], {
      TEST_TYPE: type,
      // Medusa loads its modules by import(), which Jest supports behind this flag only.
      NODE_OPTIONS: `${process.env.NODE_OPTIONS ?? ""} --experimental-vm-modules --no-warnings`.trim(),
      LOG_LEVEL: process.env.LOG_LEVEL ?? "error",
      MEDUSA_DISABLE_TELEMETRY: "true",
      // Mails go out some time after what they tell of: tests of other things do without.
      NOTIFICATION_CHANNELS: "feed",
      ...env,
    })
    return { ok, ...readResults(file) }
  } finally {
    rmSync(dir, { recursive: true, force: true })
  }
}
