import { createDataTableColumnHelper } from "@medusajs/ui"
import { useMemo } from "react"
import type { AdminAffiliateAgreementAcceptance } from "../../../types"
import { useText } from "../../lib/use-text"
import { AffiliateLink } from "../affiliates/affiliate-link"
import { Moment } from "../common/moment"
import { Status } from "../common/status"

const column = createDataTableColumnHelper<AdminAffiliateAgreementAcceptance>()

export function useAcceptanceColumns() {
  const t = useText()
  return useMemo(
    () => [
      column.accessor("affiliate_code", {
        header: t("affiliate.one"),
        cell: ({ row: { original } }) => (
          <AffiliateLink id={original.affiliate_id} code={original.affiliate_code} name={original.customer_email ?? undefined} />
        ),
      }),
      column.accessor("version", { header: t("agreement.version"), enableSorting: true }),
      column.display({
        id: "status",
        header: t("common.status"),
        cell: ({ row: { original } }) => <Status kind="acceptance" status={original.withdrawn_at ? "withdrawn" : "accepted"} />,
      }),
      column.accessor("accepted_at", {
        header: t("agreement.acceptedAt"),
        enableSorting: true,
        cell: ({ getValue, row: { original } }) => <Moment at={getValue()} programId={original.program_id} />,
      }),
      column.accessor("withdrawn_at", {
        header: t("agreement.withdrawnAt"),
        enableSorting: true,
        cell: ({ getValue, row: { original } }) => <Moment at={getValue()} programId={original.program_id} />,
      }),
    ],
    [t]
  )
}
