import { lazy, Suspense, useEffect, useRef } from "react"

import type { OwnAffiliateAgreementResponse, StoreAffiliate, StoreAffiliateProgram } from "../../types"
import { Loading } from "../components/loaded"
import { useTexts } from "../i18n/use-texts"
import { useHash } from "../lib/address"
import { useData } from "../lib/use-data"
import { AccountPage } from "./account/account-page"
import { CommissionsPage } from "./commissions-page"
import { LinksPage } from "./links/links-page"
import { OverviewPage } from "./overview/overview-page"
import { PayoutsPage } from "./payouts/payouts-page"
import { ReferralsPage } from "./referrals-page"
import { Standing } from "./standing"
import { StatementsPage } from "./statements-page"

const ClicksPage = lazy(() => import("./clicks/clicks-page"))

const PAGES = ["overview", "links", "clicks", "referrals", "commissions", "payouts", "statements", "account"] as const
type PageName = (typeof PAGES)[number]

/** Whoever waits, or was not accepted, has nothing to share and no figures yet. */
const WITHOUT_FIGURES: PageName[] = ["account"]

interface AffiliatePagesProps {
  affiliate: StoreAffiliate
  program: StoreAffiliateProgram | null
  open: StoreAffiliateProgram[]
}

/** The pages of one enrolment. The address names the page behind its `#`, so that a reload and the back button find it. */
export function AffiliatePages({ affiliate, program, open }: AffiliatePagesProps) {
  const { t } = useTexts()
  const { id, status } = affiliate
  const agreement = useData<OwnAffiliateAgreementResponse>(`/store/affiliates/me/${id}/agreement`)
  const mustAgree = agreement.data?.agreement?.is_accepted === false
  const shown: readonly PageName[] = status === "active" || status === "suspended" ? PAGES : WITHOUT_FIGURES
  const hash = useHash()
  const page = shown.find((name) => name === hash) ?? shown[0] ?? "account"
  const heading = useHeadingFocus(page)

  return (
    <div className="stack">
      <nav className="tabs" aria-label={t.sections}>
        {shown.map((name) => (
          <a key={name} href={`#/${name}`} aria-current={name === page ? "page" : undefined}>
            {t.nav[name]}
          </a>
        ))}
      </nav>
      <Standing affiliate={affiliate} mustAgree={mustAgree} />
      <h1 ref={heading} tabIndex={-1} className="visually-hidden">
        {t.nav[page]}
      </h1>
      {page === "overview" && <OverviewPage affiliate={affiliate} />}
      {page === "links" && <LinksPage affiliate={affiliate} program={program} />}
      {page === "clicks" && (
        <Suspense fallback={<Loading />}>
          <ClicksPage affiliate={affiliate} />
        </Suspense>
      )}
      {page === "referrals" && <ReferralsPage affiliateId={id} />}
      {page === "commissions" && <CommissionsPage affiliateId={id} />}
      {page === "payouts" && <PayoutsPage affiliate={affiliate} />}
      {page === "statements" && <StatementsPage affiliateId={id} />}
      {page === "account" && <AccountPage affiliate={affiliate} program={program} open={open} onAgreed={agreement.reload} />}
    </div>
  )
}

/** Tells a screen reader that another page has come, and shows the tab of it; not when the portal opens. */
function useHeadingFocus(page: PageName) {
  const heading = useRef<HTMLHeadingElement>(null)
  const before = useRef(page)
  useEffect(() => {
    document.querySelector(".tabs [aria-current]")?.scrollIntoView({ block: "nearest", inline: "nearest" })
    if (before.current === page) return
    before.current = page
    heading.current?.focus({ preventScroll: true })
  }, [page])
  return heading
}
