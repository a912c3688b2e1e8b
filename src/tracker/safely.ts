/** Whatever the browser refuses, by a setting, an extension or its age, must not reach the shop's page. */
export function safely<T>(work: () => T): T | undefined {
  try {
    return work()
  } catch {
    return undefined
  }
}
