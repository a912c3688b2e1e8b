import { useMemo } from "react"
import { useMethodName } from "../lib/use-method-name"
import { useText } from "../lib/use-text"
import { usePayoutMethods } from "./api/payout-methods"
import { useChoiceFilter } from "./use-choice-filter"

/** A table's filter by payout method. */
export function useMethodFilter() {
  const t = useText()
  const methods = usePayoutMethods()
  const name = useMethodName()
  const options = useMemo(() => methods.map(({ id }) => ({ value: id, label: name(id) })), [methods, name])
  return useChoiceFilter("method", t("payoutMethod.one"), options)
}
