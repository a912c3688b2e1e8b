import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs"
import path from "node:path"
import { copyData, hasData, removeData } from "../../tooling/postgres.mjs"
import { dataDir } from "./database.mjs"
import { dataFingerprint } from "./fingerprint.mjs"
import { root } from "./paths.mjs"

/**
 * DEMO_DATA_CACHE names a directory that keeps the data of a shop that was just filled, for later demos whose state is as new. It is used by
 * tests, which would wait minutes for the same data again and again.
 */
export function dataCache() {
  if (!process.env.DEMO_DATA_CACHE) return undefined
  const dir = path.resolve(root, process.env.DEMO_DATA_CACHE)
  const kept = path.join(dir, dataFingerprint())
  // PostgreSQL's data need not lie where it is named, so a list of the directory would not tell.
  const note = path.join(dir, "kept")
  return {
    isFilled: () => hasData(kept),
    take: () => {
      if (!hasData(dataDir)) copyData(kept, dataDir)
    },
    /** The server has to be stopped. What was kept before is of another day or of another plugin. */
    async fill() {
      mkdirSync(dir, { recursive: true })
      if (existsSync(note)) await removeData(path.join(dir, readFileSync(note, "utf8")))
      writeFileSync(note, path.basename(kept))
      copyData(dataDir, kept)
    },
  }
}
