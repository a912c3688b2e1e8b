import { createDataTableColumnHelper, StatusBadge } from "@medusajs/ui"
import { useMemo } from "react"
import type { AdminAffiliateAgreement } from "../../../types"
import { acceptancesPath } from "../../lib/acceptances-path"
import { formatCount } from "../../lib/format"
import { useText } from "../../lib/use-text"
import { Moment } from "../common/moment"
import { PageLink } from "../common/page-link"
import { AgreementRowMenu } from "./agreement-row-menu"

const column = createDataTableColumnHelper<AdminAffiliateAgreement>()

export function useAgreementColumns(read: (agreement: AdminAffiliateAgreement) => void, timeZone: string) {
  const t = useText()
  return useMemo(
    () => [
      column.accessor("version", {
        header: t("agreement.version"),
        cell: ({ row: { original } }) => (
          <span className="flex items-center gap-x-2">
            {original.version}
            {original.is_current && <StatusBadge color="green">{t("agreement.current")}</StatusBadge>}
          </span>
        ),
      }),
      column.accessor("created_at", {
        header: t("agreement.since"),
        cell: ({ getValue }) => <Moment at={getValue()} timeZone={timeZone} />,
      }),
      column.accessor("acceptance_count", {
        header: t("agreement.acceptedBy"),
        cell: ({ row: { original } }) => (
          <PageLink to={acceptancesPath(original.version)}>{formatCount(original.acceptance_count)}</PageLink>
        ),
      }),
      column.display({ id: "actions", cell: ({ row: { original } }) => <AgreementRowMenu agreement={original} read={read} /> }),
    ],
    [t, read, timeZone]
  )
}
