/** What stands between the parameters of an address, also escaped by a program that took the address for text. */
const ALWAYS = "[?&#]|%3f|%26|%23|\\\\u0026"
const START = `${ALWAYS}|;|amp%3b`
const END = `${ALWAYS}|;(?=[\\w-]+=)`

/** A parameter whose value is an address itself: what follows in that address is not ours. */
const HOLDS_ADDRESS = /=(\/|%2f)|(:|%3a)(\/|%2f){2}/i

/** More than any address has by accident. */
const MAX_VALUES = 5

/**
 * The values of a link parameter in an address, percent-encoded as they stand there. Links are damaged on their way: parameters are
 * appended by a second `?`, as `&amp;`, after the `#`, without any `?`, in capitals or as `ref[]`. None of that loses the value.
 *
 * A name that is a path, such as `/r/`, stands for what follows it at the beginning of the address's path.
 *
 * The tracker in the browser and the server read by this one rule, so it needs nothing but JavaScript.
 */
export function linkParameterValues(address: string, parameter: string): string[] {
  const rest = address.trim().replace(/^[a-z]*:?\/\/[^/?#]*/i, "")
  const blank = "(?:\\s|%20|\\+)*"
  const pattern = parameter.startsWith("/")
    ? `^${parameter}([^/?&#]+)`
    : `(?:${START})${blank}${parameter}(?:\\[\\d*\\]|%5b\\d*%5d)?${blank}(?:=|%3d)((?:(?!${END}).)+)`
  return [...rest.matchAll(new RegExp(pattern, "gis"))]
    .filter(({ index }) => !HOLDS_ADDRESS.test(rest.slice(0, index).split(/[&#]/).pop() ?? ""))
    .slice(0, MAX_VALUES)
    .map(([, value]) => value ?? "")
}
