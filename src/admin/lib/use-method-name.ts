import { useCallback } from "react"
import en from "../i18n/json/en.json"
import { type TextKey, useText } from "./use-text"

/** The name of a payout method. A method that another plugin adds is shown by its id. */
export function useMethodName() {
  const t = useText()
  return useCallback(
    (method: string): string =>
      Object.hasOwn(en.payoutMethod.names, method) ? t(`payoutMethod.names.${method}` as TextKey) : method.replaceAll("_", " "),
    [t]
  )
}
