import { useSyncExternalStore } from "react"

/** The addresses of the portal, all below `/affiliate/portal`. */
export type Address =
  | { page: "home" }
  | { page: "join"; handle: string }
  | { page: "reset-password" }
  | { page: "callback"; provider: string }

function readAddress(pathname: string): Address {
  const [page, name] = (pathname.split("/affiliate/portal/")[1] ?? "").split("/").filter(Boolean)
  if (page === "join" && name) return { page, handle: decodeURIComponent(name) }
  if (page === "callback" && name) return { page, provider: decodeURIComponent(name) }
  if (page === "reset-password") return { page }
  return { page: "home" }
}

const listeners = new Set<() => void>()
const announce = () => listeners.forEach((listener) => listener())
window.addEventListener("popstate", announce)
window.addEventListener("hashchange", announce)

const portalPath = (): string => `${window.location.pathname.split("/affiliate/portal")[0] ?? ""}/affiliate/portal`

/** Goes to another page of the portal without loading it anew. */
export function goTo(path: string): void {
  window.history.pushState(null, "", portalPath() + path)
  window.scrollTo(0, 0)
  announce()
}

/** Takes away what an address must not keep, such as an invitation or a code of a login. */
export const cleanAddress = (path = window.location.pathname): void => {
  window.history.replaceState(null, "", path)
  announce()
}

export const cleanToHome = (): void => cleanAddress(portalPath())

function useLocation(part: "pathname" | "hash"): string {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    () => window.location[part]
  )
}

export const useAddress = (): Address => readAddress(useLocation("pathname"))
export const useHash = (): string => useLocation("hash").replace(/^#\/?/, "")
