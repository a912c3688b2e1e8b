import { ArrowDownTray } from "@medusajs/icons"
import { useState } from "react"
import type { AdminAffiliateListParams } from "../../../types"
import { AFFILIATES_PATH, useAffiliates } from "../../hooks/api/affiliates"
import { useAffiliateSelection } from "../../hooks/use-affiliate-selection"
import { useGroupFilter } from "../../hooks/use-group-filter"
import { useListParams } from "../../hooks/use-list-params"
import { useRange } from "../../hooks/use-range"
import { useShownCurrency } from "../../hooks/use-shown-currency"
import { useStatusFilter } from "../../hooks/use-status-filter"
import { useAllPrograms } from "../../hooks/use-all-programs"
import type { BatchChange } from "../../lib/status-changes"
import { saveFile } from "../../lib/save-file"
import { useText } from "../../lib/use-text"
import { GroupBatchDrawer, type GroupChange } from "../affiliate-groups/group-batch-drawer"
import { ListSection } from "../common/list-section"
import { RangePicker } from "../common/range/range-picker"
import { useAffiliateColumns } from "./affiliate-columns"
import { AffiliateTabs } from "./affiliate-tabs"
import { BatchDrawer } from "./batch-drawer"
import { RefusedAffiliates, type RefusedAffiliate } from "./refused-affiliates"

const PAGE_SIZE = 20
const COMMANDS: [change: BatchChange, shortcut: string][] = [
  ["approve", "a"],
  ["reject", "r"],
  ["suspend", "s"],
  ["rate", "c"],
]

/** All affiliates, with what each did in the range of the page's address. */
export const AffiliateTable = () => {
  const t = useText()
  const { range, error: rangeError } = useRange()
  const { currency, currencies } = useShownCurrency(range)
  const { program_id } = range ?? {}
  const figures = range && currency ? { from: range.starts_at, to: range.ends_at, currency_code: currency } : undefined
  const listed = useListParams<AdminAffiliateListParams>({ pageSize: PAGE_SIZE, filters: ["status", "group_id"], order: "-created_at" })
  const filters = { status: listed.status, group_id: listed.group_id, q: listed.q, ...(program_id && { program_id }) }
  const { data, isPending, error } = useAffiliates({ ...listed, ...filters, ...figures }, { enabled: !!figures })
  const { selected, clear, rowSelection } = useAffiliateSelection(data?.affiliates)
  const [change, setChange] = useState<BatchChange | null>(null)
  const [groupChange, setGroupChange] = useState<GroupChange | null>(null)
  const [refused, setRefused] = useState<RefusedAffiliate[]>([])
  const { programs } = useAllPrograms()

  const save = (query: AdminAffiliateListParams) => void saveFile(`${AFFILIATES_PATH}/batch/export`, { ...query, ...figures })
  const changed = (others: RefusedAffiliate[]) => {
    clear()
    setRefused(others)
  }
  const exportSelected = () => save({ id: selected.map(({ id }) => id) })
  return (
    <>
      <AffiliateTabs value="list">{range && <RangePicker range={range} currencies={currencies} currency={currency} />}</AffiliateTabs>
      <ListSection
        rows={data?.affiliates}
        count={data?.count}
        isPending={isPending && !rangeError}
        error={rangeError ?? error}
        empty="affiliates"
        heading={t("menu.affiliates")}
        subHeading={t("affiliate.subtitle")}
        columns={useAffiliateColumns({
          showsProgram: (programs?.length ?? 0) > 1 && !program_id,
          showsGroups: data?.affiliates.some(({ groups }) => groups.length > 0) ?? false,
        })}
        filters={[useStatusFilter("affiliate"), useGroupFilter()]}
        getRowId={({ id }) => id}
        rowHref={({ id }) => `/affiliates/${id}`}
        pageSize={PAGE_SIZE}
        actions={[{ label: t("affiliate.add"), to: "create" }]}
        actionMenu={{ groups: [{ actions: [{ label: t("affiliate.export"), icon: <ArrowDownTray />, onClick: () => save(filters) }] }] }}
        rowSelection={rowSelection}
        commands={[
          ...COMMANDS.map(([name, shortcut]) => ({ label: t(`affiliate.batch.${name}`), shortcut, action: () => setChange(name) })),
          { label: t("affiliateGroup.addTo"), shortcut: "g", action: () => setGroupChange("add") },
          { label: t("affiliateGroup.removeFrom"), shortcut: "u", action: () => setGroupChange("remove") },
          { label: t("affiliate.batch.export"), shortcut: "e", action: exportSelected },
        ]}
      />
      {change && <BatchDrawer affiliates={selected} change={change} onChanged={changed} onClose={() => setChange(null)} />}
      {groupChange && (
        <GroupBatchDrawer affiliates={selected} change={groupChange} onChanged={clear} onClose={() => setGroupChange(null)} />
      )}
      {refused.length > 0 && <RefusedAffiliates refused={refused} onClose={() => setRefused([])} />}
    </>
  )
}
