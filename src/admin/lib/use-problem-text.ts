import { useCallback } from "react"
import en from "../i18n/json/en.json"
import { type TextKey, useText } from "./use-text"

/** The doctor's codes (`worth_differs`, `order_id`) as words. One that this dashboard does not know is shown as it came. */
export function useProblemText() {
  const t = useText()
  const text = useCallback(
    (list: "problems" | "columns", code: string): string =>
      Object.hasOwn(en.health[list], code) ? t(`health.${list}.${code}` as TextKey) : code.replaceAll("_", " "),
    [t]
  )
  return {
    problem: useCallback((code: string) => text("problems", code), [text]),
    column: useCallback((code: string) => text("columns", code), [text]),
  }
}
