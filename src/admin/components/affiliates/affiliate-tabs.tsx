import { Badge, Container, Tabs } from "@medusajs/ui"
import type { ReactNode } from "react"
import { useNavigate } from "react-router-dom"
import { useAffiliates } from "../../hooks/api/affiliates"
import { formatCount } from "../../lib/format"
import { useText } from "../../lib/use-text"

const TABS = ["list", "applications", "invitations"] as const
export type AffiliateTab = (typeof TABS)[number]

/** Leads from the list of affiliates to those who want to become one, and to those who were invited to. */
export const AffiliateTabs = ({ value, children }: { value: AffiliateTab; children?: ReactNode }) => {
  const t = useText()
  const navigate = useNavigate()
  const waiting = useAffiliates({ status: "pending", limit: 1, fields: "id" }).data?.count ?? 0
  return (
    <Container className="flex flex-wrap items-center justify-between gap-4 px-6 py-4">
      <Tabs value={value} onValueChange={(tab) => navigate(`/affiliates/${tab}`)} activationMode="manual">
        <Tabs.List>
          {TABS.map((tab) => (
            <Tabs.Trigger key={tab} value={tab} className="gap-x-2">
              {t(`affiliate.tabs.${tab}`)}
              {tab === "applications" && waiting > 0 && (
                <Badge size="2xsmall" color="orange">
                  {formatCount(waiting)}
                </Badge>
              )}
            </Tabs.Trigger>
          ))}
        </Tabs.List>
      </Tabs>
      {children}
    </Container>
  )
}
