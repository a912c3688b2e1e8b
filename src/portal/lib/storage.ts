/** Browser storage may be denied, as in a frame of a strict browser: then what is kept lives as long as the page. */
function storageOf(kind: "sessionStorage" | "localStorage") {
  const memory = new Map<string, string>()
  const attempt = <T>(work: (storage: Storage) => T): T | undefined => {
    try {
      return work(window[kind])
    } catch {
      return undefined
    }
  }
  return {
    read: (key: string): string | null => memory.get(key) ?? attempt((storage) => storage.getItem(key)) ?? null,
    write: (key: string, value: string): void => {
      memory.set(key, value)
      attempt((storage) => storage.setItem(key, value))
    },
    remove: (key: string): void => {
      memory.delete(key)
      attempt((storage) => storage.removeItem(key))
    },
  }
}

/** What belongs to this tab: the session. In a frame of another site it works without third-party cookies. */
export const tabStorage = storageOf("sessionStorage")
/** What is no secret and may stay: the language. */
export const deviceStorage = storageOf("localStorage")
