import { createDataTableColumnHelper } from "@medusajs/ui"
import { useMemo } from "react"
import type { AdminAffiliateClickGroup, AffiliateClickGroupBy } from "../../../types"
import { formatCount, formatDate } from "../../lib/format"
import { useText } from "../../lib/use-text"
import { PageLink } from "../common/page-link"
import { VisitorText } from "../common/visitor-text"
import { clicksOfGroup } from "../../lib/clicks-of-group"

const column = createDataTableColumnHelper<AdminAffiliateClickGroup>()

/** @param address of the page, whose range and filters the clicks of a group keep. */
export function useClickGroupColumns(by: AffiliateClickGroupBy, names: Map<string, string>, address: URLSearchParams) {
  const t = useText()
  const search = address.toString()
  return useMemo(() => {
    const text = ({ value, affiliate_code: code }: AdminAffiliateClickGroup) => {
      if (value === null) return <span className="text-ui-fg-subtle">{t("click.without")}</span>
      if (by === "day") return formatDate(value, "UTC")
      if (by === "affiliate") return `${names.get(value) ?? value} (${code ?? ""})`
      return <VisitorText text={value} />
    }
    const count = (name: "clicks" | "referrals" | "orders") =>
      column.accessor(name, {
        header: t(`click.counts.${name}`),
        align: "right",
        cell: ({ getValue }) => <span className="tabular-nums">{formatCount(getValue())}</span>,
      })
    return [
      column.accessor("value", {
        header: t(`click.by.${by}`),
        cell: ({ row: { original } }) => {
          const to = clicksOfGroup(by, original.value, search)
          return to ? <PageLink to={to}>{text(original)}</PageLink> : text(original)
        },
      }),
      count("clicks"),
      count("referrals"),
      count("orders"),
    ]
  }, [t, by, names, search])
}
