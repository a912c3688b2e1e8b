import { Button } from "@medusajs/ui"
import { useState } from "react"
import type { AdminAffiliatePeriod } from "../../../../types"
import { useText } from "../../../lib/use-text"
import { ReplayDrawer } from "./replay-drawer"

/** Opens the form that calculates the month under other settings. */
export const ReplayButton = ({ period }: { period: AdminAffiliatePeriod }) => {
  const t = useText()
  const [open, setOpen] = useState(false)
  return (
    <>
      <Button size="small" variant="secondary" onClick={() => setOpen(true)}>
        {t("period.replay.open")}
      </Button>
      {open && <ReplayDrawer period={period} onClose={() => setOpen(false)} />}
    </>
  )
}
