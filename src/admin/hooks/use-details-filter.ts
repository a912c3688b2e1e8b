import { createDataTableFilterHelper } from "@medusajs/ui"
import { useMemo } from "react"
import { useText } from "../lib/use-text"

const filter = createDataTableFilterHelper<{ has_details: string }>()

/** A table's filter by whether the affiliate has given payout details. */
export function useDetailsFilter() {
  const t = useText()
  return useMemo(
    () =>
      filter.accessor("has_details", {
        type: "radio",
        label: t("payout.details"),
        options: [
          { value: "true", label: t("payout.detailsGiven") },
          { value: "false", label: t("payout.detailsMissing") },
        ],
      }),
    [t]
  )
}
