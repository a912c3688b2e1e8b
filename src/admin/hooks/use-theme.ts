import { useSyncExternalStore } from "react"

const root = () => document.documentElement

function subscribe(onChange: () => void): () => void {
  const observer = new MutationObserver(onChange)
  observer.observe(root(), { attributes: true, attributeFilter: ["class"] })
  return () => observer.disconnect()
}

/** Changes when the dashboard goes from light to dark. A picture on a canvas takes its colors only when it is drawn. */
export const useTheme = (): string => useSyncExternalStore(subscribe, () => root().className)
