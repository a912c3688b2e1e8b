import { type ReactNode, useState } from "react"
import type { AdminAffiliate } from "../../../types"
import { type StatusChange, statusChanges } from "../../lib/status-changes"
import { useText } from "../../lib/use-text"
import { StatusChangeDrawer } from "./status-change-drawer"
import { StatusChangeIcon } from "./status-change-icon"

interface StatusChangeActions {
  actions: { label: string; icon: ReactNode; onClick: () => void }[]
  /** Render it beside the menu: it asks for the reason once an action was chosen. */
  drawer: ReactNode
}

/** Menu entries for the status changes that are possible for an affiliate. */
export function useStatusChangeActions(affiliate: AdminAffiliate): StatusChangeActions {
  const t = useText()
  const [change, setChange] = useState<StatusChange | null>(null)

  return {
    actions: statusChanges(affiliate.status).map((name) => ({
      label: t(`affiliate.changes.${name}.label`),
      icon: <StatusChangeIcon change={name} />,
      onClick: () => setChange(name),
    })),
    drawer: change && <StatusChangeDrawer affiliate={affiliate} change={change} onClose={() => setChange(null)} />,
  }
}
