import { createDataTableColumnHelper } from "@medusajs/ui"
import { useMemo } from "react"
import type { AdminAffiliateInvitation } from "../../../types"
import { formatPercent } from "../../lib/format"
import { useText } from "../../lib/use-text"
import { Moment } from "../common/moment"
import { PageLink } from "../common/page-link"
import { Status } from "../common/status"
import { InvitationRowMenu } from "./invitation-row-menu"

const column = createDataTableColumnHelper<AdminAffiliateInvitation>()

export function useInvitationColumns() {
  const t = useText()
  return useMemo(
    () => [
      column.accessor("email", {
        header: t("invitation.email"),
        enableSorting: true,
        cell: ({ row: { original } }) => (
          <span className="block max-w-[280px] truncate" title={original.note ?? original.email}>
            {original.affiliate_id ? <PageLink to={`/affiliates/${original.affiliate_id}`}>{original.email}</PageLink> : original.email}
          </span>
        ),
      }),
      column.display({ id: "program", header: t("program.one"), cell: ({ row }) => row.original.program.name }),
      column.accessor("commission_percent", {
        header: t("commission.rate"),
        cell: ({ getValue }) => {
          const rate = getValue()
          return rate === null ? <span className="text-ui-fg-subtle">{t("invitation.programRate")}</span> : formatPercent(rate)
        },
      }),
      column.accessor("status", {
        header: t("common.status"),
        cell: ({ row: { original } }) => <Status kind="invitation" status={original.status} />,
      }),
      column.accessor("created_at", {
        header: t("invitation.invitedAt"),
        enableSorting: true,
        cell: ({ row: { original } }) => <Moment at={original.created_at} timeZone={original.program.timezone} />,
      }),
      column.accessor("expires_at", {
        header: t("invitation.expiresAt"),
        enableSorting: true,
        cell: ({ row: { original } }) => <Moment at={original.expires_at} timeZone={original.program.timezone} />,
      }),
      column.display({ id: "actions", cell: ({ row: { original } }) => <InvitationRowMenu invitation={original} /> }),
    ],
    [t]
  )
}
