import { useMemo } from "react"
import { goneMethods } from "../../domain/payouts/payout-methods"
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

/**
 * The store's payout methods by name, and those in use whose provider was removed: whoever uses one has to see it to leave it. One that does
 * not work now can be seen, but not chosen.
 */
export function usePayoutMethodOptions(used: string[]): PayoutMethodOption[] {
  const t = useText()
  const methods = usePayoutMethods()
  const name = useMethodName()
  return useMemo(() => {
    const known = methods.map(({ id }) => id)
    const gone = goneMethods(used, known).map((id) => ({ id, is_automatic: true, is_available: false }))
    return [...methods, ...gone].map(({ id, is_automatic, is_available }) => ({
      value: id,
      label: name(id),
      hint: is_available ? t(is_automatic ? "payoutMethod.automatic" : "payoutMethod.byHand") : t("payoutMethod.unavailable"),
      disabled: !is_available,
    }))
  }, [t, methods, name, used])
}
