import { existsSync, mkdirSync, rmSync, writeFileSync } from "node:fs"
import path from "node:path"
import { root } from "./install.mjs"

const places = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/usr/bin/google-chrome-stable",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
]

/**
 * A Chromium for the browser tests: the one CHROMIUM_PATH names, one of this machine, Playwright's own, at last the one from npm (Linux x64).
 * @returns {Promise<{ executablePath: string, args: string[] } | undefined>}
 */
export async function findChromium() {
  const { chromium } = await import("playwright-core")
  const found = [process.env.CHROMIUM_PATH, ...places, chromium.executablePath()].find((file) => file && existsSync(file))
  // Chromium's sandbox refuses root.
  if (found) return { executablePath: found, args: process.getuid?.() === 0 ? ["--no-sandbox"] : [] }
  if (process.platform !== "linux" || process.arch !== "x64") return undefined
  return { executablePath: await unpackedFromNpm(), args: ["--no-sandbox"] }
}

/** The package is made for AWS Lambda: only there does it unpack the libraries that a bare Debian lacks as well. */
async function unpackedFromNpm() {
  const dir = path.join(root, ".cache", "chromium")
  const start = path.join(dir, "start.sh")
  if (existsSync(start)) return start

  rmSync(dir, { recursive: true, force: true })
  mkdirSync(dir, { recursive: true })
  const before = { ...process.env }
  Object.assign(process.env, { TMPDIR: dir, AWS_EXECUTION_ENV: "AWS_Lambda_nodejs22.x" })
  const { default: packed } = await import("@sparticuz/chromium")
  const binary = await packed.executablePath()
  for (const name of ["TMPDIR", "AWS_EXECUTION_ENV", "LD_LIBRARY_PATH", "FONTCONFIG_PATH"]) {
    if (before[name] === undefined) delete process.env[name]
    else process.env[name] = before[name]
  }
  // Written last: with it the directory is complete.
  const env = `LD_LIBRARY_PATH="$here/al2023/lib" FONTCONFIG_PATH="$here/fonts"`
  writeFileSync(start, `#!/bin/sh\nhere=$(dirname "$0")\n${env} exec "$here/${path.basename(binary)}" "$@"\n`, { mode: 0o755 })
  return start
}
