import { createDataTableFilterHelper } from "@medusajs/ui"
import { useMemo } from "react"
import { STATUS_COLORS, type StatusKind } from "../lib/status"
import { type TextKey, useText } from "../lib/use-text"

const filter = createDataTableFilterHelper<{ status: string }>()

/** A table's filter by status. */
export function useStatusFilter(kind: StatusKind) {
  const t = useText()
  return useMemo(
    () =>
      filter.accessor("status", {
        type: "radio",
        label: t("common.status"),
        options: Object.keys(STATUS_COLORS[kind]).map((value) => ({
          value,
          label: t(`status.${kind}.${value}.label` as TextKey),
        })),
      }),
    [kind, t]
  )
}
