/** The address if it is safe to link to, null for `javascript:` and the like. Addresses come from visitors, so they may be hostile. */
export function safeUrl(address: string | null | undefined): string | null {
  if (!address) return null
  try {
    const { protocol, href } = new URL(address)
    return protocol === "https:" || protocol === "http:" ? href : null
  } catch {
    return null
  }
}
