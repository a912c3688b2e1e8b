import { useSyncExternalStore } from "react"

import { tabStorage } from "./storage"

const KEY = "affiliate-portal.token"
const listeners = new Set<() => void>()

/** The customer's bearer token of Medusa. It is in no cookie and in no address. */
export const sessionToken = (): string | null => tabStorage.read(KEY)

export function setSession(token: string | null): void {
  if (token === null) tabStorage.remove(KEY)
  else tabStorage.write(KEY, token)
  for (const listener of listeners) listener()
}

export const useSession = (): string | null =>
  useSyncExternalStore((listener) => {
    listeners.add(listener)
    return () => listeners.delete(listener)
  }, sessionToken)
