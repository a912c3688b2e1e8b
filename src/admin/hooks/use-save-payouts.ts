import { toast } from "@medusajs/ui"
import { useQueryClient } from "@tanstack/react-query"
import { saveFile } from "../lib/save-file"
import { useText } from "../lib/use-text"
import { PAYOUTS_PATH, payoutKeys } from "./api/payouts"

/** Saves payouts as a file, and says which ones it leaves out. A payment file marks the payouts that it holds, so they are read again. */
export function useSavePayouts() {
  const t = useText()
  const client = useQueryClient()
  return (query: object): void => {
    void saveFile(`${PAYOUTS_PATH}/export`, query).then((response) => {
      const left_out = response?.headers.get("x-affiliate-left-out")
      if (left_out) toast.warning(t("payout.leftOut"), { description: left_out })
      return client.invalidateQueries({ queryKey: payoutKeys.all })
    })
  }
}
