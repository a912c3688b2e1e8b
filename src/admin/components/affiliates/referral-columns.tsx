import { createDataTableColumnHelper } from "@medusajs/ui"
import { useMemo } from "react"
import type { AdminAffiliateReferral } from "../../../types"
import { useText } from "../../lib/use-text"
import { AffiliateLink } from "./affiliate-link"
import { Moment } from "../common/moment"
import { PageLink } from "../common/page-link"
import { Status } from "../common/status"

const column = createDataTableColumnHelper<AdminAffiliateReferral>()

interface ReferralColumnsOptions {
  /** The time zone of all rows, or of each program's. */
  timeZone?: string
  zones?: Map<string, string>
  /** Adds a column with the affiliate of each referral, in rows that open the customer. */
  names?: Map<string, string>
}

export function useReferralColumns({ timeZone, zones, names }: ReferralColumnsOptions) {
  const t = useText()
  return useMemo(
    () => [
      column.accessor("email", {
        header: t("affiliate.customer"),
        cell: ({ row: { original } }) =>
          original.customer_id && !names ? <PageLink to={`/customers/${original.customer_id}`}>{original.email}</PageLink> : original.email,
      }),
      ...(names
        ? [
            column.accessor("affiliate_id", {
              header: t("affiliate.one"),
              cell: ({ row: { original } }) => (
                <AffiliateLink id={original.affiliate_id} code={original.affiliate.code} name={names.get(original.affiliate_id)} />
              ),
            }),
          ]
        : []),
      column.accessor("source", { header: t("referral.source"), cell: ({ getValue }) => t(`referral.sources.${getValue()}`) }),
      column.accessor("started_at", {
        header: t("referral.since"),
        cell: ({ row: { original } }) => <Moment at={original.started_at} timeZone={zones ? zones.get(original.program_id) : timeZone} />,
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
    [t, timeZone, zones, names]
  )
}
