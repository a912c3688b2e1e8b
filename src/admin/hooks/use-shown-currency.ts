import { useStore } from "@medusajs/dashboard/hooks"
import type { Range } from "../lib/range-params"

/** The currency in which a page shows money: the one its address names, else the store's own. Undefined while the store is loading. */
export function useShownCurrency(range: Range | undefined): { currency: string | undefined; currencies: string[] } {
  const supported = useStore().store?.supported_currencies ?? []
  const own = supported.find(({ is_default }) => is_default) ?? supported[0]
  return { currency: range?.currency_code ?? own?.currency_code, currencies: supported.map(({ currency_code }) => currency_code) }
}
