import type { AdminAffiliateProgramListParams } from "../../../types"
import { usePrograms } from "../../hooks/api/programs"
import { useListParams } from "../../hooks/use-list-params"
import { useStatusFilter } from "../../hooks/use-status-filter"
import { useText } from "../../lib/use-text"
import { ListSection } from "../common/list-section"
import { useProgramColumns } from "./program-columns"

const PAGE_SIZE = 20

export const ProgramTable = () => {
  const t = useText()
  const params = useListParams<AdminAffiliateProgramListParams>({ pageSize: PAGE_SIZE, filters: ["status"], order: "-created_at" })
  const { data, isPending, error } = usePrograms(params)
  const status = useStatusFilter("program")

  return (
    <ListSection
      rows={data?.affiliate_programs}
      count={data?.count}
      isPending={isPending}
      error={error}
      empty="programs"
      heading={t("menu.programs")}
      subHeading={t("program.subtitle")}
      columns={useProgramColumns()}
      filters={[status]}
      getRowId={({ id }) => id}
      rowHref={({ id }) => `/affiliates/programs/${id}`}
      pageSize={PAGE_SIZE}
      actions={[{ label: t("program.create"), to: "create" }]}
    />
  )
}
