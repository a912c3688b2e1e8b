import { createDataTableFilterHelper } from "@medusajs/ui"
import { useMemo } from "react"
import { useText } from "../lib/use-text"
import { useAgreements } from "./api/agreements"

/** The largest page of a list route. */
const MAX_PAGE = { limit: 100 }
const filter = createDataTableFilterHelper<{ version: string }>()

/** A table's filter by version of a program's agreement. */
export function useVersionFilter(programId: string) {
  const t = useText()
  const agreements = useAgreements(programId, MAX_PAGE).data?.agreements
  return useMemo(
    () =>
      filter.accessor("version", {
        type: "radio",
        label: t("agreement.version"),
        options: (agreements ?? []).map(({ version }) => ({ value: String(version), label: String(version) })),
      }),
    [t, agreements]
  )
}
