import { spawn } from "node:child_process"
import path from "node:path"

import { medusaIntegrationTestRunner } from "@medusajs/test-utils"

import { STORE } from "../helpers/store"
import { sql } from "../helpers/sql"
import { createStores, Died, digest, dyingAt, forgetEverything } from "./crash"
import { monthsEnd } from "./months-end"

jest.setTimeout(3_600_000)

/** `PROPERTY_KILLS=50 npm test -- properties crash-recovery` kills as often. */
const KILLS = Number(process.env.PROPERTY_KILLS ?? 10)

medusaIntegrationTestRunner({
  ...STORE,
  testSuite: ({ getContainer, dbConfig }) => {
    const { DB_USERNAME, DB_PASSWORD, DB_HOST, DB_PORT } = process.env
    const url = `postgres://${DB_USERNAME}:${DB_PASSWORD}@${DB_HOST}:${DB_PORT}/${dbConfig.dbName}`
    // Ten orders to a page: as many statements as with a hundred, in a fraction of the time.
    const workTill = (k: number) => dyingAt(k, url, (repository) => monthsEnd(repository, 10))

    it("dies before every statement of a month's end, starts again, and the books are the same", async () => {
      await createStores(getContainer(), 10)
      const statements = await workTill(Infinity)
      const clean = await digest(getContainer())
      const different: number[] = []
      for (let k = 1; k <= statements; k++) {
        await forgetEverything(getContainer())
        await expect(workTill(k)).rejects.toThrow(Died)
        await workTill(Infinity)
        if ((await digest(getContainer())) !== clean) different.push(k)
      }
      process.stderr.write(`properties: died before each of ${statements} statements, digest ${clean}\n`)
      expect(different).toEqual([])
      expect(statements).toBeGreaterThan(100)
    })

    it(`is killed ${KILLS} times at random, then run by four processes at once, and the books are the same`, async () => {
      await createStores(getContainer(), 100)
      const { took } = await work(url)
      const clean = await digest(getContainer())
      let [interrupted, attempts] = [0, 0]
      while (interrupted < KILLS) {
        await forgetEverything(getContainer())
        // A kill that comes when the work is done proves nothing, and does not count.
        for (let n = 0; n < 3 && interrupted < KILLS; n++) {
          if (++attempts > 20 * KILLS) throw new Error("the work is done before it can be killed")
          if ((await work(url, Math.random() * took)).killed) interrupted++
        }
        await Promise.all([work(url), work(url), work(url), work(url)])
        expect([interrupted, await digest(getContainer())]).toEqual([interrupted, clean])
      }
      process.stderr.write(`properties: ${interrupted} kills in the middle of the work\n`)
      expect(
        await sql(getContainer(), `SELECT source_id FROM affiliate_ledger_entry GROUP BY source_id, account HAVING count(*) > 1`)
      ).toEqual([])
    })
  },
})

/** A process that does the work; killed after so many milliseconds of it, where it has not ended before. */
function work(url: string, killAfter?: number): Promise<{ killed: boolean; took: number }> {
  const child = spawn(process.execPath, [path.join(__dirname, "months-end-worker.js"), url], { stdio: ["ignore", "pipe", "pipe"] })
  let [errors, began] = ["", 0]
  child.stderr.on("data", (text) => (errors += String(text)))
  child.stdout.once("data", () => {
    began = Date.now()
    if (killAfter !== undefined) setTimeout(() => child.kill("SIGKILL"), killAfter)
  })
  return new Promise((resolve, reject) => {
    child.once("exit", (code, signal) => {
      if (code === 0 || signal === "SIGKILL") resolve({ killed: signal !== null, took: Date.now() - began })
      else reject(new Error(errors))
    })
  })
}
