import { useCallback } from "react"
import en from "../i18n/json/en.json"
import { type TextKey, useText } from "./use-text"

/** The API's reasons (`not_first_order`) as sentences. An unknown reason is shown as the API sent it. */
export function useReasonText() {
  const t = useText()
  return useCallback(
    (reason: string | null | undefined): string => {
      if (!reason) return "-"
      return Object.hasOwn(en.reasons, reason) ? t(`reasons.${reason}` as TextKey) : reason.replaceAll("_", " ")
    },
    [t]
  )
}
