import { useStatements } from "../../hooks/api/statements"
import { useListParams } from "../../hooks/use-list-params"
import { useText } from "../../lib/use-text"
import { ListSection } from "../common/list-section"
import { useStatementColumns } from "./statement-columns"

const PAGE_SIZE = 10

/** The affiliate's statements, each with its downloads. */
export const StatementTable = ({ affiliateId }: { affiliateId: string }) => {
  const t = useText()
  const { limit, offset } = useListParams({ pageSize: PAGE_SIZE, prefix: "sta" })
  const { data, isPending, error } = useStatements(affiliateId, { limit, offset })

  return (
    <ListSection
      rows={data?.statements}
      count={data?.count}
      isPending={isPending}
      error={error}
      empty="statements"
      heading={t("statement.many")}
      headingLevel="h2"
      subHeading={t("statement.subtitle")}
      columns={useStatementColumns(affiliateId)}
      getRowId={({ period, currency_code }) => `${period} ${currency_code}`}
      pageSize={PAGE_SIZE}
      prefix="sta"
      enableSearch={false}
    />
  )
}
