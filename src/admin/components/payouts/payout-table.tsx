import { ArrowDownTray } from "@medusajs/icons"
import { useQueryClient } from "@tanstack/react-query"
import { useState } from "react"
import type { AdminAffiliatePayoutListParams } from "../../../types"
import { PAYOUTS_PATH, payoutKeys, usePayouts } from "../../hooks/api/payouts"
import { useAffiliateNames } from "../../hooks/use-affiliate-names"
import { useDetailsFilter } from "../../hooks/use-details-filter"
import { useListParams } from "../../hooks/use-list-params"
import { useMethodFilter } from "../../hooks/use-method-filter"
import { usePayoutSelection } from "../../hooks/use-payout-selection"
import { useProgramFilter } from "../../hooks/use-program-filter"
import { useStatusFilter } from "../../hooks/use-status-filter"
import { saveFile } from "../../lib/save-file"
import { useText } from "../../lib/use-text"
import { ListSection } from "../common/list-section"
import { usePayoutColumns } from "./payout-columns"
import { SettlePayoutsDrawer } from "./settle-payouts-drawer"

const PAGE_SIZE = 20
const FORMATS = ["csv", "bank", "paypal", "wise"] as const
/** Wise reads points only. */
const WITH_COMMA = ["csv", "bank", "paypal"] as const

export const PayoutTable = () => {
  const t = useText()
  const { limit, offset, order, ...filters } = useListParams<AdminAffiliatePayoutListParams>({
    pageSize: PAGE_SIZE,
    filters: ["status", "program_id", "method", "has_details", "is_last"],
    order: "-number",
  })
  const { data, isPending, error } = usePayouts({ limit, offset, order, ...filters })
  const names = useAffiliateNames((data?.affiliate_payouts ?? []).map(({ affiliate_id }) => affiliate_id))
  const { selected, clear, rowSelection } = usePayoutSelection(data?.affiliate_payouts)
  const [settling, setSettling] = useState(false)
  const client = useQueryClient()

  // A payment file marks the payouts that it holds.
  const save = (query: Record<string, string>) =>
    void saveFile(`${PAYOUTS_PATH}/export`, { ...query, ...filters }).then(() => client.invalidateQueries({ queryKey: payoutKeys.all }))
  const exports = FORMATS.map((format) => ({
    label: t(`payout.exports.${format}`),
    icon: <ArrowDownTray />,
    onClick: () => save({ format }),
  }))
  const withComma = WITH_COMMA.map((format) => ({
    label: t("payout.exportWithComma", { file: t(`payout.exports.${format}`) }),
    icon: <ArrowDownTray />,
    onClick: () => save({ format, decimal: "comma" }),
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
        subHeading={t("payout.subtitle")}
        columns={usePayoutColumns({ names, selectable: true })}
        filters={[useProgramFilter(), useStatusFilter("payout"), useMethodFilter(), useDetailsFilter()]}
        getRowId={({ id }) => id}
        pageSize={PAGE_SIZE}
        actions={[{ label: t("payout.create"), to: "create" }]}
        actionMenu={{ groups: [{ actions: exports }, { actions: withComma }] }}
        rowSelection={rowSelection}
        commands={[{ label: t("payout.markPaid"), shortcut: "p", action: () => setSettling(true) }]}
      />
      {settling && <SettlePayoutsDrawer payouts={selected} onSettled={clear} onClose={() => setSettling(false)} />}
    </>
  )
}
