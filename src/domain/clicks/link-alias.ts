import { InvalidInput } from "../errors"
import { plainCode } from "../text/plain-text"

const PARAMETER = /^[A-Za-z][A-Za-z0-9_-]{0,31}$/
const PATH = /^\/(?:[A-Za-z0-9_-]+\/)+$/

/**
 * Checks an old spelling of affiliate links: the name of a parameter (`via`), or the path that stands before the code (`/r/`).
 *
 * @throws InvalidInput that names `link_aliases`.
 */
export function normalizeLinkAlias(text: string): string {
  const typed = plainCode(text)
  const alias = typed.startsWith("/") ? `${typed.replace(/\/+$/, "")}/` : typed
  if (PARAMETER.test(alias) || (PATH.test(alias) && alias.length <= 64)) return alias
  throw new InvalidInput("link_aliases", "must be names of parameters such as via, or paths such as /r/, of letters, digits, - and _")
}
