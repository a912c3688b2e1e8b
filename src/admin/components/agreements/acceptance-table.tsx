import type { AdminAffiliateAgreementAcceptanceListParams } from "../../../types"
import { useAcceptances } from "../../hooks/api/agreements"
import { useListParams } from "../../hooks/use-list-params"
import { useStatusFilter } from "../../hooks/use-status-filter"
import { useVersionFilter } from "../../hooks/use-version-filter"
import { useText } from "../../lib/use-text"
import { ListSection } from "../common/list-section"
import { useAcceptanceColumns } from "./acceptance-columns"

const PAGE_SIZE = 20

/** Who accepted which version of a program's agreement, and who withdrew. */
export const AcceptanceTable = ({ programId }: { programId: string }) => {
  const t = useText()
  const params = useListParams<AdminAffiliateAgreementAcceptanceListParams>({
    pageSize: PAGE_SIZE,
    filters: ["version", "status"],
    order: "-accepted_at",
  })
  const { data, isPending, error } = useAcceptances({ program_id: programId, ...params })

  return (
    <ListSection
      rows={data?.affiliate_agreement_acceptances}
      count={data?.count}
      isPending={isPending}
      error={error}
      empty="acceptances"
      heading={t("agreement.acceptances")}
      subHeading={t("agreement.acceptancesDescription")}
      columns={useAcceptanceColumns()}
      filters={[useVersionFilter(programId), useStatusFilter("acceptance")]}
      getRowId={({ id }) => id}
      pageSize={PAGE_SIZE}
      enableSearch={false}
    />
  )
}
