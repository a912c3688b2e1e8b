import { Select } from "@medusajs/ui"
import { useSearchParams } from "react-router-dom"
import en from "../../i18n/json/en.json"
import type { AdminAffiliateClickGroup, AffiliateClickGroupBy } from "../../../types"
import { useClickGroups } from "../../hooks/api/clicks"
import { useAffiliateNames } from "../../hooks/use-affiliate-names"
import { useClickFilters } from "../../hooks/use-click-filters"
import { useText } from "../../lib/use-text"
import { ListSection } from "../common/list-section"
import { useClickGroupColumns } from "./click-group-columns"
import type { ClickListProps } from "./click-list"
import { PAGE_SIZE } from "./page-size"

const GROUPS = Object.keys(en.click.by) as AffiliateClickGroupBy[]

/** How many clicks share a page, a referrer, an affiliate, a `sub` or a day, and what came of them. A row opens its clicks. */
export function ClickGroups({ filters, page: { limit, offset } }: ClickListProps) {
  const t = useText()
  const [params, setParams] = useSearchParams()
  const by = GROUPS.find((name) => name === params.get("by")) ?? "page"
  const { data, isPending, error } = useClickGroups(filters && { ...filters, by, limit, offset })
  const groups = data?.groups
  const names = useAffiliateNames(by === "affiliate" ? (groups ?? []).flatMap(({ value }) => value ?? []) : [])

  const choose = (name: string) =>
    setParams((address) => {
      address.set("by", name)
      address.delete("offset")
      return address
    })
  return (
    <ListSection
      rows={groups}
      count={data?.count}
      isPending={isPending}
      error={error}
      empty="clicks"
      columns={useClickGroupColumns(by, names, params)}
      filters={useClickFilters(filters?.affiliate_id)}
      getRowId={({ value }: AdminAffiliateClickGroup) => value ?? ""}
      pageSize={PAGE_SIZE}
    >
      <div className="px-6 py-3">
        <Select size="small" value={by} onValueChange={choose}>
          <Select.Trigger aria-label={t("click.groupBy")} className="w-full sm:w-44">
            <Select.Value />
          </Select.Trigger>
          <Select.Content>
            {GROUPS.map((name) => (
              <Select.Item key={name} value={name}>
                {t(`click.by.${name}`)}
              </Select.Item>
            ))}
          </Select.Content>
        </Select>
      </div>
    </ListSection>
  )
}
