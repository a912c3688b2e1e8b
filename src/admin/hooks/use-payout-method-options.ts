import { useMemo } from "react"
import { useMethodName } from "../lib/use-method-name"
import { useText } from "../lib/use-text"
import { usePayoutMethods } from "./api/payout-methods"

export interface PayoutMethodOption {
  value: string
  label: string
  /** Who pays by it, or that nobody does now. */
  hint: string
  disabled: boolean
}

/** The store's payout methods by name. One that does not work now can be seen, but not chosen. */
export function usePayoutMethodOptions(): PayoutMethodOption[] {
  const t = useText()
  const methods = usePayoutMethods()
  const name = useMethodName()
  return useMemo(
    () =>
      methods.map(({ id, is_automatic, is_available }) => ({
        value: id,
        label: name(id),
        hint: is_available ? t(is_automatic ? "payoutMethod.automatic" : "payoutMethod.byHand") : t("payoutMethod.unavailable"),
        disabled: !is_available,
      })),
    [t, methods, name]
  )
}
