import { toast } from "@medusajs/ui"
import { useText } from "../lib/use-text"
import type { Payout } from "../types/payout"
import { usePayoutMethods } from "./api/payout-methods"
import { useCheckPayout } from "./api/payouts"

/** Asks a payout's provider what became of it, and tells the answer. */
export function useCheckPayoutAction({ id, number, method }: Payout) {
  const t = useText()
  const { mutateAsync } = useCheckPayout(id)
  const isAutomatic = usePayoutMethods().some((known) => known.id === method && known.is_automatic)

  const check = () => {
    mutateAsync().then(
      ({ payout }) => toast.info(t(`payout.checked.${payout.status}`, { number })),
      (error: unknown) => toast.error(error instanceof Error ? error.message : String(error))
    )
  }
  return { isAutomatic, check }
}
