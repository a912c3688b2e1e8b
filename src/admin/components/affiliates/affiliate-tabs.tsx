import { Badge, clx, Container } from "@medusajs/ui"
import type { ReactNode } from "react"
import { Link } from "react-router-dom"
import { useAffiliates } from "../../hooks/api/affiliates"
import { formatCount } from "../../lib/format"
import { useText } from "../../lib/use-text"

const TABS = ["list", "applications", "invitations", "groups"] as const
export type AffiliateTab = (typeof TABS)[number]

/** Leads from the list of affiliates to those who want to become one, to those who were invited to, and to groups. */
export const AffiliateTabs = ({ value, children }: { value: AffiliateTab; children?: ReactNode }) => {
  const t = useText()
  const waiting = useAffiliates({ status: "pending", limit: 1, fields: "id" }).data?.count ?? 0
  return (
    <Container className="flex flex-wrap items-center justify-between gap-4 px-6 py-4">
      <nav className="flex flex-wrap gap-2">
        {TABS.map((tab) => (
          <Link
            key={tab}
            to={`/affiliates/${tab}`}
            aria-current={tab === value ? "page" : undefined}
            className={clx(
              "txt-compact-small-plus focus-visible:shadow-borders-focus flex items-center gap-x-2 rounded-full px-2.5 py-1 outline-none",
              tab === value ? "bg-ui-bg-base text-ui-fg-base shadow-elevation-card-rest" : "text-ui-fg-subtle hover:text-ui-fg-base"
            )}
          >
            {t(`affiliate.tabs.${tab}`)}
            {tab === "applications" && waiting > 0 && (
              <Badge size="2xsmall" color="orange">
                {formatCount(waiting)}
              </Badge>
            )}
          </Link>
        ))}
      </nav>
      {children}
    </Container>
  )
}
