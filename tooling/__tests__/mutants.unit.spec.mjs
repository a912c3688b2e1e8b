import { existsSync, readFileSync } from "node:fs"

import { MUTANTS } from "../mutant-list.mjs"

const read = (/** @type {string} */ file) => {
  const found = new URL(`../../${file}`, import.meta.url)
  return existsSync(found) ? readFileSync(found, "utf8") : ""
}

it.each(MUTANTS.map((mutant) => /** @type {const} */ ([mutant.name, mutant])))("the mistake can still be made: %s", (_, { edits }) => {
  expect(edits.filter(([file, find]) => !read(file).includes(find))).toEqual([])
})
