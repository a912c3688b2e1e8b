import { useState } from "react"
import type { AdminAffiliate } from "../../types"

/** The ticked affiliates, including those on other pages. */
export function useAffiliateSelection(shown: AdminAffiliate[] | undefined) {
  const [chosen, setChosen] = useState<Record<string, AdminAffiliate>>({})

  const choose = (state: Record<string, boolean>) => {
    const known: Record<string, AdminAffiliate> = { ...chosen }
    for (const affiliate of shown ?? []) known[affiliate.id] = affiliate
    const ids = Object.keys(state).filter((id) => state[id])
    setChosen(Object.fromEntries(ids.flatMap((id) => (known[id] ? [[id, known[id]]] : []))))
  }

  return {
    selected: Object.values(chosen),
    clear: () => setChosen({}),
    rowSelection: { state: Object.fromEntries(Object.keys(chosen).map((id) => [id, true])), onRowSelectionChange: choose },
  }
}
