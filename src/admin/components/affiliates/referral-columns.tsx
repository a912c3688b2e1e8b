import { createDataTableColumnHelper } from "@medusajs/ui"
import { useMemo } from "react"
import type { AdminAffiliateReferral } from "../../../types"
import { useText } from "../../lib/use-text"
import { Moment } from "../common/moment"
import { PageLink } from "../common/page-link"
import { Status } from "../common/status"

const column = createDataTableColumnHelper<AdminAffiliateReferral>()

export function useReferralColumns(timeZone?: string) {
  const t = useText()
  return useMemo(
    () => [
      column.accessor("email", {
        header: t("affiliate.customer"),
        cell: ({ row: { original } }) =>
          original.customer_id ? <PageLink to={`/customers/${original.customer_id}`}>{original.email}</PageLink> : original.email,
      }),
      column.accessor("source", { header: t("referral.source"), cell: ({ getValue }) => t(`referral.sources.${getValue()}`) }),
      column.accessor("started_at", {
        header: t("referral.since"),
        cell: ({ getValue }) => <Moment at={getValue()} timeZone={timeZone} />,
      }),
      column.accessor("ended_at", {
        header: t("common.status"),
        cell: ({ row: { original } }) => (
          <Status
            kind="referral"
            status={original.ended_at ? "ended" : "active"}
            tooltip={original.ended_at ? original.ended_reason : original.reason}
          />
        ),
      }),
    ],
    [t, timeZone]
  )
}
