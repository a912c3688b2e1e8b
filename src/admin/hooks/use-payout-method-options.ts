import { useMemo } from "react"
import { goneMethods } from "../../domain/payouts/payout-methods"
import { useMethodName } from "../lib/use-method-name"
import { useText } from "../lib/use-text"
import { usePayoutMethods } from "./api/payout-methods"

export interface PayoutMethodOption {
  value: string
  label: string
  /** Whether it is paid automatically or by hand, or does not work now. */
  hint: string
  disabled: boolean
}

/**
 * The store's payout methods by name. Methods in use whose provider was removed are among them, so that a merchant can see and replace
 * them. Methods that do not work now are disabled.
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
