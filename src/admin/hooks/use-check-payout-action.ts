import { toast } from "@medusajs/ui"
import type { AdminAffiliatePayout } from "../../types"
import { useText } from "../lib/use-text"
import { usePayoutMethods } from "./api/payout-methods"
import { useCheckPayout } from "./api/payouts"

/** Asks a payout's provider for its status, and shows the answer. */
export function useCheckPayoutAction({ id, number, method }: AdminAffiliatePayout) {
  const t = useText()
  const { mutateAsync } = useCheckPayout(id)
  const isAutomatic = usePayoutMethods().some((known) => known.id === method && known.is_automatic)

  const check = () => {
    mutateAsync().then(
      ({ affiliate_payout }) => toast.info(t(`payout.checked.${affiliate_payout.status}`, { number })),
      (error: unknown) => toast.error(error instanceof Error ? error.message : String(error))
    )
  }
  return { isAutomatic, check }
}
