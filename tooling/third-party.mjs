import { readFileSync, readdirSync } from "node:fs"
import path from "node:path"
import { root } from "./install.mjs"

const LICENCE = /^(?:licen[cs]e|copying|notice)(?:[.-].*)?$/i
/** A comment at the beginning of a file. */
const HEAD = /^(?:\s*\/\/.*\n)+|^\s*\/\*[^]*?\*\//

/**
 * The licences of packages whose code lies in a bundle, as those licences ask for.
 * @param {string[]} inputs the files of a bundle, relative to the project's root
 * @returns {string}
 */
export function thirdPartyNotices(inputs) {
  const folders = new Map(inputs.flatMap((file) => [[/^(?:.*\/)?node_modules\/(?:@[^/]+\/)?[^/]+/.exec(file)?.[0] ?? "", file]]))
  folders.delete("")
  const notices = [...folders].sort().map(([folder, bundled]) => {
    const { name, version, license } = JSON.parse(readFileSync(path.join(root, folder, "package.json"), "utf8"))
    return `## ${name} ${version} (${license})\n\n${licenceOf(folder, bundled)}\n`
  })
  const head = [
    "# Software in the portal's scripts",
    "",
    "The portal's scripts contain these packages. All else is installed beside the plugin.",
    "",
  ]
  return [...head, ...notices].join("\n")
}

/** Its file, or what its code begins with where the package has none. @param {string} folder @param {string} bundled */
function licenceOf(folder, bundled) {
  const file = readdirSync(path.join(root, folder)).find((entry) => LICENCE.test(entry))
  const text = file ? readFileSync(path.join(root, folder, file), "utf8") : HEAD.exec(readFileSync(path.join(root, bundled), "utf8"))?.[0]
  if (!text || !/copyright/i.test(text)) throw new Error(`${folder} is bundled, and says nothing of its licence`)
  return text.trim()
}
