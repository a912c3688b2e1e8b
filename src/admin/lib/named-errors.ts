/**
 * Which fields a 400 of the API is about. Medusa joins the messages of several fields with "; ".
 *
 * "Invalid request: Field 'name' is required; site_url: must be http(s)" -> { name: "Field 'name' is required", site_url: "must be http(s)" }
 */
export function namedErrors<Name extends string>(message: string, names: readonly Name[]): Partial<Record<Name, string>> {
  const errors: Partial<Record<Name, string>> = {}
  for (const part of message.replace(/^Invalid request:\s*/, "").split("; ")) {
    const name = names.find((candidate) => new RegExp(`(?<!\\w)${candidate}(?!\\w)`).test(part))
    if (name) errors[name] ??= part.replace(`${name}: `, "")
  }
  return errors
}
