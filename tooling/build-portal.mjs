/*
 * Bundles the affiliates' portal (src/portal) beside the compiled plugin, where the routes in src/api/affiliate/portal serve it from. React
 * goes into the bundle: a store needs none for it. `medusa plugin:build` empties that folder, so this runs after it.
 */
import { build } from "esbuild"
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import path from "node:path"
import { brotliCompressSync, gzipSync } from "node:zlib"
import { root } from "./install.mjs"
import { thirdPartyNotices } from "./third-party.mjs"

const source = path.join(root, "src", "portal")
const target = path.join(root, ".medusa", "server", "src", "portal")
/** What a browser may fetch before the page shows something, compressed as every browser takes it. */
const FIRST_LOAD_LIMIT = 150_000

/** @typedef {import("esbuild").Metafile["outputs"][string]} Output */

/** @type {import("esbuild").BuildOptions} */
const SHARED = {
  bundle: true,
  minify: true,
  target: ["es2022"],
  absWorkingDir: root,
  legalComments: "none",
  define: { "process.env.NODE_ENV": '"production"' },
  logLevel: "warning",
}

/** @returns {Promise<void>} @throws Error when the first load is too large */
export async function buildPortal() {
  const app = await build({
    ...SHARED,
    write: false,
    entryPoints: [path.join(source, "main.tsx")],
    format: "esm",
    splitting: true,
    metafile: true,
    jsx: "automatic",
    outdir: path.join(target, "assets"),
    entryNames: "portal-[hash]",
    chunkNames: "part-[hash]",
  })
  const embed = await build({
    ...SHARED,
    write: false,
    entryPoints: [path.join(source, "embed.ts")],
    format: "iife",
    outfile: path.join(target, "embed.js"),
  })

  rmSync(target, { recursive: true, force: true })
  mkdirSync(path.join(target, "assets"), { recursive: true })
  const files = new Map([...app.outputFiles, ...embed.outputFiles].map((file) => [file.path, Buffer.from(file.contents)]))
  const { entry, styles, parts } = firstLoad(app.metafile.outputs)
  files.set(path.join(target, "index.html"), Buffer.from(page(entry, styles, parts)))
  for (const [file, content] of files) write(file, content)
  writeFileSync(path.join(target, "THIRD-PARTY.md"), thirdPartyNotices(Object.keys(app.metafile.inputs)))
  report(files, new Set([path.join(target, "index.html"), ...[entry, styles, ...parts].map((name) => path.join(target, "assets", name))]))
}

/** The script of the page, its styles, and what the script imports at once. @param {Record<string, Output>} outputs */
function firstLoad(outputs) {
  const [entryPath, entry] = Object.entries(outputs).find(([, { entryPoint }]) => entryPoint) ?? []
  if (!entryPath || !entry?.cssBundle) throw new Error("The portal has no script or no styles")
  /** @type {Set<string>} */
  const parts = new Set()
  const follow = (/** @type {string} */ file) => {
    for (const { path: imported, kind } of outputs[file]?.imports ?? []) {
      if (kind !== "import-statement" || parts.has(imported)) continue
      parts.add(imported)
      follow(imported)
    }
  }
  follow(entryPath)
  const name = (/** @type {string} */ file) => path.basename(file)
  return { entry: name(entryPath), styles: name(entry.cssBundle), parts: [...parts].map(name) }
}

/** @param {string} entry @param {string} styles @param {string[]} parts */
const page = (entry, styles, parts) =>
  readFileSync(path.join(source, "index.html"), "utf8").replace(
    "<!-- assets -->",
    [
      `<link rel="stylesheet" href="/affiliate/portal/assets/${styles}" />`,
      ...parts.map((part) => `<link rel="modulepreload" href="/affiliate/portal/assets/${part}" />`),
      `<script type="module" src="/affiliate/portal/assets/${entry}"></script>`,
    ].join("\n    ")
  )

/** A file below this fits into one packet anyway. */
const LEAST_COMPRESSED = 1_000

/** Plain and compressed, so that no request has to compress anything. @param {string} file @param {Buffer} content */
function write(file, content) {
  writeFileSync(file, content)
  if (content.length < LEAST_COMPRESSED) return
  writeFileSync(`${file}.gz`, gzipSync(content, { level: 9 }))
  writeFileSync(`${file}.br`, brotliCompressSync(content))
}

/** @param {Map<string, Buffer>} files @param {Set<string>} first */
function report(files, first) {
  const size = (/** @type {Buffer} */ content) => gzipSync(content, { level: 9 }).length
  const sized = [...files].map(([file, content]) => ({ file, bytes: size(content), isFirst: first.has(file) }))
  const kilobytes = (/** @type {number} */ bytes) => `${(bytes / 1000).toFixed(1)} kB`
  for (const { file, bytes, isFirst } of sized.sort((one, other) => other.bytes - one.bytes)) {
    process.stdout.write(`  ${path.basename(file).padEnd(24)}${kilobytes(bytes).padStart(9)}${isFirst ? "" : "  when needed"}\n`)
  }
  const total = sized.filter(({ isFirst }) => isFirst).reduce((sum, { bytes }) => sum + bytes, 0)
  process.stdout.write(`The portal's first load: ${kilobytes(total)} compressed, of ${kilobytes(FIRST_LOAD_LIMIT)} at most.\n`)
  if (total > FIRST_LOAD_LIMIT) throw new Error("The portal's first load is too large")
}

if (process.argv[1] === import.meta.filename) await buildPortal()
