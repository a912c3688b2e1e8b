import { useState } from "react"
import type { Payout } from "../types/payout"

/** The chosen payouts, also those of pages that are not shown any more. What has ended cannot be chosen. */
export function usePayoutSelection(shown: Payout[] | undefined) {
  const [chosen, setChosen] = useState<Record<string, Payout>>({})

  const choose = (state: Record<string, boolean>) => {
    const known: Record<string, Payout> = { ...chosen }
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
      enableRowSelection: ({ original }: { original: Payout }) => original.status === "processing",
    },
  }
}
