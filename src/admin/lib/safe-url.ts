/** The address if a link may lead there, null for `javascript:` and its kind. Addresses come from visitors and are hostile. */
export function safeUrl(address: string | null | undefined): string | null {
  if (!address) return null
  try {
    const { protocol, href } = new URL(address)
    return protocol === "https:" || protocol === "http:" ? href : null
  } catch {
    return null
  }
}
