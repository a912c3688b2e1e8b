/*
 * `node tooling/import-at-scale.mjs [rows]`: an import of 100,000 rows, or as many as named, with 50 wrong ones among them. Each has to be named and
 * nothing written; mended, the files are written once, however often they are imported. It prints how long each command took and how much memory
 * its process held on the way.
 */
import assert from "node:assert/strict"
import { spawn } from "node:child_process"
import { mkdtempSync, readFileSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import path from "node:path"
import pg from "pg"
import { parse } from "csv-parse/sync"
import { buildPlugin } from "./build.mjs"
import { writeFiles } from "./import-at-scale/files.mjs"
import { ensureInstalled, root } from "./install.mjs"
import { startPostgres } from "./postgres.mjs"

const ROWS = Number(process.argv[2] ?? 100_000)
if (!Number.isInteger(ROWS) || ROWS < 1_000) throw new Error(`${process.argv[2]}: must be a number of rows, from 1000`)

ensureInstalled()
if (!(await buildPlugin())) process.exit(1)
const folder = mkdtempSync(path.join(tmpdir(), "import-at-scale-"))
const report = path.join(folder, "report.csv")
const postgres = await startPostgres({ settings: { shared_buffers: "256MB", max_wal_size: "2GB" } })
try {
  await postgres.ensureDatabase("store")
  const client = new pg.Client(postgres.url("store"))
  await client.connect()
  await medusa("db:migrate")
  await client.query(`INSERT INTO affiliate_program (id, number, name, handle, site_url, commission_percent)
                      VALUES ('affprog_1', 1, 'Friends', 'friends', 'https://shop.example.com', 10)`)

  const wrong = await writeFiles(path.join(folder, "wrong"), ROWS, { isMended: false })
  const mended = await writeFiles(path.join(folder, "mended"), ROWS, { isMended: true })
  await client.query(`INSERT INTO customer (id, email, has_account) SELECT 'cus_' || email, email, true FROM unnest($1::text[]) email`, [
    mended.emails,
  ])
  const written = async () => {
    const { rows } =
      await client.query(`SELECT (SELECT count(*)::int FROM affiliate) AS affiliates, (SELECT count(*)::int FROM affiliate_referral) AS referrals,
      (SELECT count(*)::int FROM affiliate_adjustment) AS balances, (SELECT coalesce(sum(amount), 0)::text FROM affiliate_adjustment) AS total`)
    return rows[0]
  }

  assert.equal(await importFolder("wrong"), 1)
  /** @type {Record<string, string>[]} */
  const lines = parse(readFileSync(report), { columns: true, bom: true })
  const named = lines.filter(({ outcome }) => outcome === "refused")
  assert.deepEqual(named.map(({ file, line, field }) => `${file}:${line} ${field}`).sort(), wrong.faults.sort())
  const nothing = { affiliates: 0, referrals: 0, balances: 0, total: "0" }
  assert.deepEqual(await written(), nothing)
  process.stdout.write(`All ${named.length} wrong rows are named, and nothing is written\n`)

  for (const time of ["once", "twice"]) {
    assert.equal(await importFolder("mended"), 0)
    assert.deepEqual(await written(), mended.expected)
    process.stdout.write(`Imported ${time}: ${JSON.stringify(mended.expected)}\n`)
  }
  assert.equal(await command("doctor"), 0)
  assert.equal(await command("export", `out=${path.join(folder, "out")}`), 0)
  await client.end()
} finally {
  await postgres.stop()
  rmSync(folder, { recursive: true, force: true })
}

/** @param {"wrong" | "mended"} name */
function importFolder(name) {
  return command("import", `path=${path.join(folder, name)}`, "program=friends", `report=${report}`)
}

/** @param {string} script @param {string[]} args */
function command(script, ...args) {
  return medusa("exec", `../.medusa/server/src/scripts/${script}.js`, ...args)
}

/** Runs a command in the demo's store, and prints its time and memory. @param {string[]} args @returns {Promise<number | null>} */
async function medusa(...args) {
  const begun = Date.now()
  const env = {
    ...process.env,
    DATABASE_URL: postgres.url("store"),
    LOG_LEVEL: "error",
    NODE_ENV: "production",
    MEDUSA_DISABLE_TELEMETRY: "true",
  }
  const cli = path.join(root, "node_modules/@medusajs/cli/cli.js")
  const child = spawn(process.execPath, [cli, ...args], { cwd: path.join(root, "demo"), env, stdio: ["ignore", "ignore", "inherit"] })
  /** @type {number[]} */
  const held = []
  const timer = setInterval(() => held.push(memoryOf(Number(child.pid))), 250)
  const code = await new Promise((resolve) => child.on("exit", resolve))
  clearInterval(timer)
  const sizes = held.filter(Boolean)
  const at = (/** @type {number} */ share) => `${sizes[Math.floor((sizes.length - 1) * share)] ?? 0} MiB at ${share * 100} %`
  const name = args.map((arg) => path.basename(arg)).join(" ")
  process.stdout.write(
    `${name}: ${((Date.now() - begun) / 1000).toFixed(1)} s; ${[0.1, 0.5, 1].map(at).join(", ")}, ${Math.max(0, ...sizes)} MiB at most\n`
  )
  return code
}

/** What a process holds of the machine's memory, where the machine tells. @param {number} pid */
function memoryOf(pid) {
  try {
    return Math.round(Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1] ?? 0) / 1024)
  } catch {
    return 0
  }
}
