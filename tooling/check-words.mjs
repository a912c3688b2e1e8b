import { execFileSync } from "node:child_process"
import { existsSync, readFileSync } from "node:fs"
import path from "node:path"

import { root } from "./install.mjs"
import { say } from "./run.mjs"
import { isEnglish, unwantedWords } from "./words.mjs"

/** Prints every unwanted word of the project. @returns {boolean} whether there is none */
export function checkWords() {
  const listed = execFileSync("git", ["ls-files", "--cached", "--others", "--exclude-standard"], { cwd: root, encoding: "utf8" })
  const files = listed.split("\n").filter((file) => isEnglish(file) && existsSync(path.join(root, file)))
  let count = 0
  for (const file of files) {
    for (const { line, word, instead } of unwantedWords(readFileSync(path.join(root, file), "utf8"))) {
      count++
      say(`${file}:${line} "${word}": say ${instead}\n`)
    }
  }
  return count === 0
}
