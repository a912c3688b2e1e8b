import path from "node:path"
import { runMedusa } from "../demo/launcher/medusa.mjs"
import { root, stateDir } from "../demo/launcher/paths.mjs"
import { startServer } from "../demo/launcher/server.mjs"
import { loggedIn } from "../demo/launcher/http.mjs"
import { buildPlugin } from "../tooling/build.mjs"
import { freePort, removeData, startPostgres } from "../tooling/postgres.mjs"
import { connect } from "./bench.mjs"
import { fill, monthBefore } from "./data.mjs"

export const storeDir = path.join(root, "bench", "store")

const ADMIN = { email: "admin@example.com", password: "bench-only" }

/** PostgreSQL as a merchant runs it: every commit reaches the disk. */
const SETTINGS = { shared_buffers: "1GB", work_mem: "16MB", max_wal_size: "4GB", jit: "off" }

/** A store in production mode, with a program, its affiliates, and orders nobody has decided yet. @param {number} orders @param {(() => unknown)[]} started @returns {Promise<import("./bench.mjs").Bench>} */
export async function openStore(orders, started) {
  if (!(await buildPlugin())) throw new Error("The plugin could not be built, see above.")
  const dataDir = path.join(stateDir, "postgres")
  await removeData(dataDir)
  const postgres = await startPostgres({ dataDir, settings: SETTINGS })
  started.push(() => postgres.stop())
  await postgres.ensureDatabase("bench")
  const databaseUrl = postgres.url("bench")
  const env = { DATABASE_URL: databaseUrl }
  await runMedusa(["db:migrate"], { log: "migrate", cwd: storeDir, env })
  await runMedusa(["user", "-e", ADMIN.email, "-p", ADMIN.password], { log: "user", cwd: storeDir, env })

  const port = await freePort()
  const server = await startServer(port, databaseUrl, { cwd: storeDir, env: { LOG_LEVEL: "warn" } })
  started.push(() => server.stop())
  const url = `http://localhost:${port}`
  const admin = await loggedIn(url, "user", ADMIN)
  const begin = monthBefore(new Date())
  const { affiliate_program } = await admin("/admin/affiliate-programs", {
    name: "Bench",
    site_url: "https://shop.example.com",
    commission_percent: 7.5,
    starts_at: monthBefore(begin).toISOString(),
  })
  const sql = connect(databaseUrl)
  started.push(() => sql.destroy())
  await fill(sql, { orders, program_id: affiliate_program.id, begin: begin.toISOString() })
  const facts = {
    program_id: affiliate_program.id,
    period: begin.toISOString().slice(0, 7),
    affiliate_code: "bench1",
    begin: begin.toISOString(),
    end: new Date().toISOString(),
  }
  return { sql, orders, facts, url, databaseUrl, get: (/** @type {string} */ address) => admin(address), backfillMs: 0 }
}
