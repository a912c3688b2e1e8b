import { createDataTableFilterHelper } from "@medusajs/ui"
import { useMemo } from "react"
import { useMethodName } from "../lib/use-method-name"
import { useText } from "../lib/use-text"
import { usePayoutMethods } from "./api/payout-methods"

const filter = createDataTableFilterHelper<{ method: string }>()

/** A table's filter by payout method. */
export function useMethodFilter() {
  const t = useText()
  const methods = usePayoutMethods()
  const name = useMethodName()
  return useMemo(
    () =>
      filter.accessor("method", {
        type: "radio",
        label: t("payoutMethod.one"),
        options: methods.map(({ id }) => ({ value: id, label: name(id) })),
      }),
    [t, methods, name]
  )
}
