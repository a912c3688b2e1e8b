import { spawnSync } from "node:child_process"
import { root } from "./install.mjs"

/** The branches that others begin with, the first that there is. */
const TRUNKS = ["origin/HEAD", "origin/main", "main", "origin/master", "master"]

/**
 * The files that differ from where the branch began, and those that git does not know yet.
 *
 * @param {string} [since] a commit or branch to compare with instead
 * @returns {string[]} paths below the project
 */
export function changedFiles(since) {
  const trunk = since ?? TRUNKS.find((name) => git("rev-parse", "--verify", "--quiet", name)) ?? "HEAD"
  const base = git("merge-base", "HEAD", trunk)
  if (base === undefined) throw new Error(`git knows no commit "${trunk}" to compare with`)
  const known = git("diff", "--name-only", "--diff-filter=d", base) ?? ""
  const added = git("ls-files", "--others", "--exclude-standard") ?? ""
  return [...new Set(`${known}\n${added}`.split("\n").filter(Boolean))].sort()
}

/** @param {string[]} args @returns {string | undefined} what it says, unless it fails */
function git(...args) {
  const { status, stdout } = spawnSync("git", args, { cwd: root, encoding: "utf8" })
  return status === 0 ? stdout.trim() : undefined
}
