import { useState } from "react"
import type { AdminAffiliatePayout } from "../../types"

/** The selected payouts, including those on other pages. Payouts that have ended cannot be selected. */
export function usePayoutSelection(shown: AdminAffiliatePayout[] | undefined) {
  const [chosen, setChosen] = useState<Record<string, AdminAffiliatePayout>>({})

  const choose = (state: Record<string, boolean>) => {
    const known: Record<string, AdminAffiliatePayout> = { ...chosen }
    for (const payout of shown ?? []) known[payout.id] = payout
    const ids = Object.keys(state).filter((id) => state[id])
    setChosen(Object.fromEntries(ids.flatMap((id) => (known[id] ? [[id, known[id]]] : []))))
  }

  return {
    selected: Object.values(chosen),
    clear: () => setChosen({}),
    rowSelection: {
      state: Object.fromEntries(Object.keys(chosen).map((id) => [id, true])),
      onRowSelectionChange: choose,
      enableRowSelection: ({ original }: { original: AdminAffiliatePayout }) => original.status === "processing",
    },
  }
}
