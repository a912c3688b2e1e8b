import { spawnSync } from "node:child_process"
import { existsSync, readFileSync } from "node:fs"
import path from "node:path"
import { publint } from "publint"
import { formatMessage } from "publint/utils"
import { root } from "./install.mjs"
import { wrongTypes } from "./check-types.mjs"
import { bin, run, say } from "./run.mjs"

/** More would mean that something slipped in: every file costs those who install. */
const MOST_FILES = 860

/** Whether what `npm publish` would send is in order: its fields, its types, its links, and how much of it there is. */
export async function checkPackage() {
  const files = packedFiles()
  const problems = [...deadLinks(files), ...unwantedFiles(files), ...(await wrongFields()), ...wrongTypes()]
  for (const problem of problems) say(`${problem}\n`)
  // The package has no entry of its own name, and the admin's one is for bundlers, which read no types of it.
  const hasTypes = await run(bin("attw"), ["--pack", root, "--profile", "node16", "--exclude-entrypoints", "./admin", "--format", "ascii"])
  say(`The package has ${files.length} files.\n`)
  return problems.length === 0 && hasTypes
}

/** What publint finds. Medusa loads modules by their default export, so that is no fault. */
async function wrongFields() {
  const { messages, pkg } = await publint({ pkgDir: root, strict: true, pack: "npm" })
  return messages
    .filter(({ code }) => code !== "CJS_WITH_ESMODULE_DEFAULT_EXPORT")
    .map((message) => `package.json: ${formatMessage(message, pkg ?? {}, { color: false }) ?? message.code}`)
}

/** @returns {string[]} */
function packedFiles() {
  const { stdout, stderr } = spawnSync("npm", ["pack", "--dry-run", "--json"], { cwd: root, encoding: "utf8", maxBuffer: 50_000_000 })
  try {
    return JSON.parse(stdout)[0].files.map((/** @type {{ path: string }} */ file) => file.path)
  } catch {
    throw new Error(`npm pack failed:\n${stderr}`)
  }
}

/** Links of a document to what is not in the package. @param {string[]} files */
export function deadLinks(files) {
  const packed = new Set(files)
  return files
    .filter((file) => file.endsWith(".md") && !file.startsWith(".medusa"))
    .flatMap((file) => linksOf(readFileSync(path.join(root, file), "utf8")).map((link) => ({ file, link })))
    .filter(({ file, link }) => {
      const target = path.posix.join(path.posix.dirname(file), link.replace(/#.*$/, ""))
      return !packed.has(target) && !files.some((other) => other.startsWith(target.endsWith("/") ? target : `${target}/`))
    })
    .map(
      ({ file, link }) =>
        `${file} links to ${link}, which is ${existsSync(path.join(root, path.dirname(file), link.replace(/#.*$/, ""))) ? "not in the package" : "not there"}`
    )
}

/** Relative ones, without those within the page. @param {string} text */
const linksOf = (text) => [...text.matchAll(/\]\(([^)\s]+)\)/g)].map(([, link = ""]) => link).filter((link) => !/^(?:[a-z]+:|#)/.test(link))

/** @param {string[]} files */
function unwantedFiles(files) {
  const unwanted = files
    .filter((file) => /__tests__|\.spec\.|\.map$|\.tsbuildinfo$/.test(file))
    .map((file) => `${file}: is not for merchants`)
  return files.length > MOST_FILES ? [...unwanted, `${files.length} files, of ${MOST_FILES} at most`] : unwanted
}
