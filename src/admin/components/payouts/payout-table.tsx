import { ArrowDownTray } from "@medusajs/icons"
import { useState } from "react"
import type { AdminAffiliatePayoutListParams } from "../../../types"
import { usePayouts } from "../../hooks/api/payouts"
import { useAffiliateNames } from "../../hooks/use-affiliate-names"
import { useDetailsFilter } from "../../hooks/use-details-filter"
import { useListParams } from "../../hooks/use-list-params"
import { useMethodFilter } from "../../hooks/use-method-filter"
import { usePayoutSelection } from "../../hooks/use-payout-selection"
import { useProgramFilter } from "../../hooks/use-program-filter"
import { useStatusFilter } from "../../hooks/use-status-filter"
import { useSavePayouts } from "../../hooks/use-save-payouts"
import { useShownPayout } from "../../hooks/use-shown-payout"
import { totalsOf } from "../../lib/payout-totals"
import { useText } from "../../lib/use-text"
import { ListSection } from "../common/list-section"
import { usePayoutColumns } from "./payout-columns"
import { PayoutDrawer } from "./payout-drawer"
import { SettlePayoutsDrawer } from "./settle-payouts-drawer"

const PAGE_SIZE = 20
const FORMATS = ["csv", "bank", "sepa", "paypal", "wise"] as const
/** Wise reads points only, and SEPA has one way to write amounts. */
const WITH_COMMA = ["csv", "bank", "paypal"] as const

/** Payouts: all of them, or those of one run. A row opens the payout. */
export const PayoutTable = ({ runId }: { runId?: string }) => {
  const t = useText()
  const { limit, offset, order, ...chosen } = useListParams<AdminAffiliatePayoutListParams>({
    pageSize: PAGE_SIZE,
    filters: ["status", "program_id", "method", "has_details", "is_last"],
    order: "-number",
  })
  const filters = { ...chosen, ...(runId && { pay_run_id: runId }) }
  const { data, isPending, error } = usePayouts({ limit, offset, order, ...filters })
  const program = useProgramFilter()
  const names = useAffiliateNames((data?.affiliate_payouts ?? []).map(({ affiliate_id }) => affiliate_id))
  const { selected, clear, rowSelection } = usePayoutSelection(data?.affiliate_payouts)
  const [settling, setSettling] = useState(false)
  const shown = useShownPayout()
  const save = useSavePayouts()
  const exports = FORMATS.map((format) => ({
    label: t(`payout.exports.${format}`),
    icon: <ArrowDownTray />,
    onClick: () => save({ format, ...filters }),
  }))
  const withComma = WITH_COMMA.map((format) => ({
    label: t("payout.exportWithComma", { file: t(`payout.exports.${format}`) }),
    icon: <ArrowDownTray />,
    onClick: () => save({ format, decimal: "comma", ...filters }),
  }))
  return (
    <>
      <ListSection
        rows={data?.affiliate_payouts}
        count={data?.count}
        isPending={isPending}
        error={error}
        empty="payouts"
        heading={t("menu.payouts")}
        headingLevel={runId ? "h2" : "h1"}
        subHeading={runId ? undefined : t("payout.subtitle")}
        columns={usePayoutColumns({ names, selectable: true })}
        rowHref={shown.hrefOf}
        filters={[...(runId ? [] : [program]), useStatusFilter("payout"), useMethodFilter(), useDetailsFilter()]}
        getRowId={({ id }) => id}
        pageSize={PAGE_SIZE}
        actions={
          runId
            ? undefined
            : [
                { label: t("payRun.many"), to: "runs" },
                { label: t("payout.create"), to: "create" },
              ]
        }
        actionMenu={{ groups: [{ actions: exports }, { actions: withComma }] }}
        rowSelection={rowSelection}
        commands={[{ label: t("payout.markPaid"), shortcut: "p", action: () => setSettling(true) }]}
      />
      {settling && (
        <SettlePayoutsDrawer
          ids={selected.map(({ id }) => id)}
          totals={totalsOf(selected)}
          onSettled={clear}
          onClose={() => setSettling(false)}
        />
      )}
      {shown.id && <PayoutDrawer id={shown.id} onClose={shown.close} />}
    </>
  )
}
