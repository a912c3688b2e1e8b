import { createDataTableColumnHelper } from "@medusajs/ui"
import { useMemo } from "react"
import type { AdminAffiliateClick } from "../../../types"
import { formatDateTime } from "../../lib/format"
import { useText } from "../../lib/use-text"
import { AffiliateLink } from "../affiliates/affiliate-link"
import { VisitorText } from "../common/visitor-text"
import { ClickOutcome } from "./click-outcome"

const column = createDataTableColumnHelper<AdminAffiliateClick>()

export function useClickColumns(names: Map<string, string>, zones: Map<string, string>) {
  const t = useText()
  return useMemo(
    () => [
      column.accessor("occurred_at", {
        header: t("click.time"),
        cell: ({ row: { original } }) => (
          <time dateTime={original.occurred_at} className="whitespace-nowrap">
            {formatDateTime(original.occurred_at, zones.get(original.program_id))}
          </time>
        ),
      }),
      column.accessor("affiliate_code", {
        header: t("affiliate.one"),
        cell: ({ row: { original } }) => (
          <AffiliateLink id={original.affiliate_id} code={original.affiliate_code} name={names.get(original.affiliate_id)} />
        ),
      }),
      column.accessor("page", { header: t("click.page"), cell: ({ getValue }) => <VisitorText text={getValue()} /> }),
      column.accessor("referrer", { header: t("click.referrer"), cell: ({ getValue }) => <VisitorText text={getValue()} /> }),
      column.accessor("sub", { header: t("click.sub"), cell: ({ getValue }) => <VisitorText text={getValue()} /> }),
      column.accessor("outcome", { header: t("click.outcome"), cell: ({ row: { original } }) => <ClickOutcome click={original} /> }),
    ],
    [t, names, zones]
  )
}
