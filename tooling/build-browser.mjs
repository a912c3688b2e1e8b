import { mkdirSync, writeFileSync } from "node:fs"
import path from "node:path"
import { fileURLToPath } from "node:url"
import { gzipSync } from "node:zlib"
import { build } from "esbuild"
import { root } from "./install.mjs"

/**
 * The scripts that the plugin's own routes serve to browsers, and how large each may be compressed: a page that loads them must not wait.
 * @type {{ entry: string, file: string, limit: number }[]}
 */
const scripts = [{ entry: "src/tracker/index.ts", file: "tracker.js", limit: 2048 }]

/** Where the built plugin's routes look for them. */
const outdir = path.join(root, ".medusa", "server", "src", "browser")

/** Bundles and minifies them beside the built plugin, and prints their sizes. @returns {Promise<boolean>} whether each is within its limit */
export async function buildBrowser() {
  mkdirSync(outdir, { recursive: true })
  let ok = true
  for (const { entry, file, limit } of scripts) {
    const { outputFiles } = await build({
      entryPoints: [path.join(root, entry)],
      bundle: true,
      minify: true,
      write: false,
      format: "iife",
      target: "es2018",
      legalComments: "none",
    })
    const text = outputFiles[0]?.text ?? ""
    const size = gzipSync(text).length
    process.stdout.write(`${file}: ${size} bytes compressed (limit ${limit})\n`)
    ok &&= size <= limit
    writeFileSync(path.join(outdir, file), text)
  }
  return ok
}

if (process.argv[1] === fileURLToPath(import.meta.url) && !(await buildBrowser())) process.exitCode = 1
