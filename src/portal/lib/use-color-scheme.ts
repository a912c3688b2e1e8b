import { useSyncExternalStore } from "react"

const dark = window.matchMedia("(prefers-color-scheme: dark)")

/** For what is drawn, and does not follow the styles by itself. */
export const useColorScheme = (): "dark" | "light" =>
  useSyncExternalStore(
    (listener) => {
      dark.addEventListener("change", listener)
      return () => dark.removeEventListener("change", listener)
    },
    () => (dark.matches ? "dark" : "light")
  )
