import { useLedger } from "../../hooks/api/ledger"
import { useListParams } from "../../hooks/use-list-params"
import { useText } from "../../lib/use-text"
import { ListSection } from "../common/list-section"
import { useLedgerColumns } from "./ledger-columns"

const PAGE_SIZE = 10

interface LedgerTableProps {
  affiliateId: string
  timeZone?: string
}

export const LedgerTable = ({ affiliateId, timeZone }: LedgerTableProps) => {
  const t = useText()
  const { limit, offset } = useListParams({ pageSize: PAGE_SIZE, prefix: "led" })
  const { data, isPending, error } = useLedger({ affiliate_id: affiliateId, limit, offset })

  return (
    <ListSection
      rows={data?.affiliate_ledger_entries}
      count={data?.count}
      isCountExact={data?.is_count_exact}
      isPending={isPending}
      error={error}
      empty="ledger"
      heading={t("ledger.title")}
      headingLevel="h2"
      columns={useLedgerColumns(timeZone)}
      getRowId={({ id }) => id}
      pageSize={PAGE_SIZE}
      prefix="led"
      enableSearch={false}
    />
  )
}
