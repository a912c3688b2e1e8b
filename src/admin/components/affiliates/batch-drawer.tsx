import { Input, Label, Text, toast } from "@medusajs/ui"
import { useId, useState } from "react"
import type { AdminAffiliate } from "../../../types"
import { useUpdateAffiliates } from "../../hooks/api/affiliates"
import { isPercent } from "../../lib/is-percent"
import { type BatchChange, needsReason, STATUS_AFTER } from "../../lib/status-changes"
import { useText } from "../../lib/use-text"
import { ReasonDrawer } from "../common/reason-drawer"
import type { RefusedAffiliate } from "./refused-affiliates"

interface BatchDrawerProps {
  affiliates: AdminAffiliate[]
  change: BatchChange
  /** Gets those for whom the change was not possible. */
  onChanged: (refused: RefusedAffiliate[]) => void
  onClose: () => void
}

/** Makes one change of the ticked affiliates. */
export const BatchDrawer = ({ affiliates, change, onChanged, onClose }: BatchDrawerProps) => {
  const t = useText()
  const id = useId()
  const { mutateAsync } = useUpdateAffiliates()
  const [rate, setRate] = useState("")
  const isRate = change === "rate"
  const typed = rate.trim()

  const confirm = async (reason: string) => {
    const what = isRate ? { commission_percent: typed || null } : { status: STATUS_AFTER[change], ...(reason && { reason }) }
    const { results } = await mutateAsync({ ids: affiliates.map((affiliate) => affiliate.id), ...what })
    const refused = results.flatMap((result) => {
      const affiliate = affiliates.find((own) => own.id === result.id)
      return affiliate && result.reason ? [{ affiliate, reason: result.reason }] : []
    })
    toast.success(t("affiliate.batch.done", { count: results.length - refused.length }))
    onChanged(refused)
  }

  return (
    <ReasonDrawer
      title={t(`affiliate.batch.${change}`)}
      description={t("affiliate.batch.description", { count: affiliates.length })}
      confirmLabel={t(`affiliate.batch.${change}`)}
      optional={isRate || !needsReason(change)}
      withoutReason={isRate}
      ready={!isRate || typed === "" || isPercent(typed)}
      onConfirm={confirm}
      onClose={onClose}
    >
      {isRate && (
        <div className="flex flex-col gap-y-2">
          <Label htmlFor={id} size="small" weight="plus">
            {t("affiliate.rate")}
          </Label>
          <Input id={id} value={rate} onChange={(event) => setRate(event.target.value)} inputMode="decimal" autoComplete="off" />
          <Text size="small" className="text-ui-fg-subtle">
            {t("affiliate.rateHint")}
          </Text>
        </div>
      )}
    </ReasonDrawer>
  )
}
