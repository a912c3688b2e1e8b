import { InvalidInput } from "../errors"
import { plainCode } from "./plain-text"

const HANDLE = /^[a-z0-9]+(-[a-z0-9]+)*$/
const MAX = 64

/**
 * Checks a program's handle and gives it in lower case. The counter's `project` takes a number or a handle, so a handle is never a number.
 *
 * @throws InvalidInput when it is no slug.
 */
export function normalizeHandle(input: string): string {
  const handle = plainCode(input).toLowerCase()
  if (!HANDLE.test(handle) || /^\d+$/.test(handle) || handle.length > MAX) {
    throw new InvalidInput("handle", `must be letters, digits and single hyphens, not only digits, at most ${MAX} characters`)
  }
  return handle
}

/** The handle a program gets from its name: `Café Berlin!` -> `cafe-berlin`. */
export function handleFromName(name: string): string {
  const plain = name.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase()
  const slug = plain
    .replace(/[^a-z0-9]+/g, "-")
    .slice(0, MAX - "program-".length)
    .replace(/^-+|-+$/g, "")
  return /[a-z]/.test(slug) ? slug : ["program", slug].filter(Boolean).join("-")
}
