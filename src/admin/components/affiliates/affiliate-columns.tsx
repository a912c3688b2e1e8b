import { createDataTableColumnHelper } from "@medusajs/ui"
import { useMemo } from "react"
import { AFFILIATE_FIGURES, type AffiliateFigure } from "../../../domain/affiliates/figures"
import type { AdminAffiliateListed } from "../../../types"
import { formatCount } from "../../lib/format"
import { useText } from "../../lib/use-text"
import { Money } from "../common/money"
import { Status } from "../common/status"
import { AffiliateName } from "./affiliate-name"
import { AffiliateRowMenu } from "./affiliate-row-menu"

const column = createDataTableColumnHelper<AdminAffiliateListed>()

interface ShownColumns {
  showsProgram: boolean
  showsGroups: boolean
}

/** Columns are called like the list's `order`, so that each is sorted by its own. */
export function useAffiliateColumns({ showsProgram, showsGroups }: ShownColumns) {
  const t = useText()
  return useMemo(
    () => [
      column.select(),
      column.accessor("customer", {
        id: "name",
        header: t("affiliate.name"),
        enableSorting: true,
        cell: ({ row: { original } }) => <AffiliateName affiliate={original} />,
      }),
      ...(showsProgram
        ? [column.display({ id: "program", header: t("program.one"), cell: ({ row }) => <ProgramOf affiliate={row.original} /> })]
        : []),
      ...(showsGroups && !showsProgram
        ? [column.display({ id: "groups", header: t("affiliate.tabs.groups"), cell: ({ row }) => <GroupsOf affiliate={row.original} /> })]
        : []),
      column.accessor("status", {
        header: t("common.status"),
        enableSorting: true,
        cell: ({ row: { original } }) => <Status kind="affiliate" status={original.status} tooltip={original.status_reason} />,
      }),
      ...AFFILIATE_FIGURES.map((figure) =>
        column.accessor(({ figures }) => figures?.[figure], {
          id: figure,
          header: t(`affiliate.figures.${figure}`),
          enableSorting: true,
          align: "right",
          cell: ({ row }) => <Figure affiliate={row.original} figure={figure} />,
        })
      ),
      column.display({ id: "actions", cell: ({ row: { original } }) => <AffiliateRowMenu affiliate={original} /> }),
    ],
    [t, showsProgram, showsGroups]
  )
}

/** With the groups below it: a column of their own would be too wide beside all the others. */
const ProgramOf = ({ affiliate }: { affiliate: AdminAffiliateListed }) => (
  <>
    <span className="block max-w-[118px] truncate" title={affiliate.program.name}>
      {affiliate.program.name}
    </span>
    {affiliate.groups.length > 0 && <GroupsOf affiliate={affiliate} />}
  </>
)

const GroupsOf = ({ affiliate: { groups } }: { affiliate: AdminAffiliateListed }) => {
  const names = groups.map(({ name }) => name).join(", ")
  return (
    <span className="text-ui-fg-subtle block max-w-[118px] truncate" title={names}>
      {names}
    </span>
  )
}

const Figure = ({ affiliate: { figures }, figure }: { affiliate: AdminAffiliateListed; figure: AffiliateFigure }) => {
  if (!figures) return <span className="text-ui-fg-subtle">-</span>
  const value = figures[figure]
  if (typeof value === "number") return <span className="tabular-nums">{formatCount(value)}</span>
  return <Money amount={value} currencyCode={figures.currency_code} />
}
