import { Container, Tabs } from "@medusajs/ui"
import { useSearchParams } from "react-router-dom"
import type { AdminAffiliateClickListParams } from "../../../types"
import { useRangedList } from "../../hooks/use-ranged-list"
import { useText } from "../../lib/use-text"
import { RangedHeader } from "../common/ranged-header"
import { ClickGroups } from "./click-groups"
import { ClickList } from "./click-list"
import { IgnoredClicks } from "./ignored-clicks"

import { PAGE_SIZE } from "./page-size"

const TABS = ["list", "groups", "ignored"] as const

/** The clicks of a range: one by one, grouped, and those that were not recorded. The tab is kept in the page's address. */
export function ClickPage() {
  const t = useText()
  const [params, setParams] = useSearchParams()
  const { range, error, filters, page } = useRangedList<AdminAffiliateClickListParams>({
    pageSize: PAGE_SIZE,
    filters: ["affiliate_id", "page", "referrer", "sub", "outcome"],
    time: "occurred_at",
  })
  const tab = TABS.find((name) => name === params.get("tab")) ?? "list"
  const open = (name: string) =>
    setParams((address) => {
      address.set("tab", name)
      for (const param of ["offset", "order", "reason"]) address.delete(param)
      return address
    })
  return (
    <Tabs value={tab} onValueChange={open} className="flex flex-col gap-y-3">
      <Container className="divide-y p-0">
        <RangedHeader title={t("click.many")} subtitle={t("click.subtitle")} range={range} error={error}>
          <Tabs.List className="flex-wrap px-6 py-3">
            {TABS.map((name) => (
              <Tabs.Trigger key={name} value={name}>
                {t(`click.tabs.${name}`)}
              </Tabs.Trigger>
            ))}
          </Tabs.List>
        </RangedHeader>
      </Container>
      {!error && (
        <Tabs.Content value={tab}>
          {tab === "list" && <ClickList filters={filters} page={page} />}
          {tab === "groups" && <ClickGroups filters={filters} page={page} />}
          {tab === "ignored" && <IgnoredClicks range={range} page={page} />}
        </Tabs.Content>
      )}
    </Tabs>
  )
}
