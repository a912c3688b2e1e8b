import { Button, Container, Text } from "@medusajs/ui"
import { useState } from "react"
import { useSearchParams } from "react-router-dom"
import type { AdminAffiliate } from "../../../types"
import { useAffiliates } from "../../hooks/api/affiliates"
import { useText } from "../../lib/use-text"
import { LoadError } from "../common/load-error"
import { LoadingRows } from "../common/loading-rows"
import { Pages } from "../common/pages"
import { SectionHeader } from "../common/section-header"
import { AffiliateTabs } from "./affiliate-tabs"
import { ApplicationCard } from "./application-card"
import { BatchDrawer } from "./batch-drawer"
import { RefusedAffiliates, type RefusedAffiliate } from "./refused-affiliates"
import { StatusChangeDrawer } from "./status-change-drawer"

const PAGE_SIZE = 20

/** Everybody who waits for approval, the longest first. */
export const ApplicationList = () => {
  const t = useText()
  const [params] = useSearchParams()
  const offset = Number(params.get("offset")) || 0
  const { data, error } = useAffiliates({ status: "pending", order: "created_at", limit: PAGE_SIZE, offset })
  const [decided, setDecided] = useState<{ affiliate: AdminAffiliate; change: "approve" | "reject" } | null>(null)
  const [approvesAll, setApprovesAll] = useState(false)
  const [refused, setRefused] = useState<RefusedAffiliate[]>([])
  const shown = data?.affiliates ?? []

  return (
    <>
      <AffiliateTabs value="applications" />
      <Container className="divide-y p-0">
        <SectionHeader title={t("affiliate.tabs.applications")} subtitle={t("affiliate.application.subtitle")} level="h1">
          {shown.length > 1 && (
            <Button size="small" variant="secondary" onClick={() => setApprovesAll(true)}>
              {t("affiliate.application.approveAll", { count: shown.length })}
            </Button>
          )}
        </SectionHeader>
        {error && <LoadError error={error} />}
        {!data && !error && <LoadingRows />}
        {data?.count === 0 && (
          <Text size="small" className="text-ui-fg-subtle px-6 py-8 text-center">
            {t("affiliate.application.none")}
          </Text>
        )}
        {shown.map((affiliate) => (
          <ApplicationCard key={affiliate.id} affiliate={affiliate} onDecide={(change) => setDecided({ affiliate, change })} />
        ))}
        {data && <Pages count={data.count} pageSize={PAGE_SIZE} offset={offset} />}
      </Container>
      {decided && <StatusChangeDrawer {...decided} onClose={() => setDecided(null)} />}
      {approvesAll && <BatchDrawer affiliates={shown} change="approve" onChanged={setRefused} onClose={() => setApprovesAll(false)} />}
      {refused.length > 0 && <RefusedAffiliates refused={refused} onClose={() => setRefused([])} />}
    </>
  )
}
