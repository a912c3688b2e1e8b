import { createDataTableFilterHelper } from "@medusajs/ui"
import { useMemo } from "react"
import { useText } from "../lib/use-text"
import { useAgreements } from "./api/agreements"

/** As many as a list route gives at once. */
const MOST = { limit: 100 }
const filter = createDataTableFilterHelper<{ version: string }>()

/** A table's filter over the versions of a program's agreement. */
export function useVersionFilter(programId: string) {
  const t = useText()
  const agreements = useAgreements(programId, MOST).data?.agreements
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
