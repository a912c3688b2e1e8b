import { mkdirSync, readdirSync } from "node:fs"
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
  return {
    isFilled: () => hasData(kept),
    take: () => {
      if (!hasData(dataDir)) copyData(kept, dataDir)
    },
    /** The server has to be stopped. What was kept before is of another day or of another plugin. */
    async fill() {
      mkdirSync(dir, { recursive: true })
      for (const name of readdirSync(dir)) await removeData(path.join(dir, name))
      copyData(dataDir, kept)
    },
  }
}
