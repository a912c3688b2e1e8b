import { Container, Tabs } from "@medusajs/ui"
import type { ReactNode } from "react"
import { useSearchParams } from "react-router-dom"
import type { AdminAffiliateDetail } from "../../../types"
import { useText } from "../../lib/use-text"
import { CommissionTable } from "../commissions/commission-table"
import { StatementTable } from "../statements/statement-table"
import { SeriesSection } from "../statistics/chart/series-section"
import { Overview } from "../statistics/overview"
import { AffiliatePayouts } from "./affiliate-payouts"
import { AffiliateReferrals } from "./affiliate-referrals"
import { AgreementSection } from "./agreement-section"
import { BillingSection } from "./billing-section"
import { HistorySection } from "./history-section"
import { LedgerTable } from "./ledger-table"
import { PayoutMethodSection } from "./payout-method-section"

const TABS = ["performance", "commissions", "payouts", "referrals", "settings"] as const
type Tab = (typeof TABS)[number]

/** What an affiliate earned, was paid and brought, and what is set for them, in tabs that the address names. */
export const AffiliateDetails = ({ affiliate }: { affiliate: AdminAffiliateDetail }) => {
  const t = useText()
  const [params, setParams] = useSearchParams()
  const tab = TABS.find((name) => name === params.get("tab")) ?? "performance"
  const { id, program } = affiliate
  const timeZone = program.timezone
  const owner = { affiliate_id: id, program_id: program.id }
  const open = (name: string) =>
    setParams((given) => {
      given.set("tab", name)
      return given
    })

  const contents: Record<Tab, ReactNode> = {
    performance: (
      <>
        <Overview owner={owner} />
        <SeriesSection owner={owner} />
      </>
    ),
    commissions: <CommissionTable affiliateId={id} timeZone={timeZone} />,
    payouts: (
      <>
        <AffiliatePayouts affiliateId={id} />
        <StatementTable affiliateId={id} />
        <LedgerTable affiliateId={id} timeZone={timeZone} />
      </>
    ),
    referrals: <AffiliateReferrals affiliateId={id} timeZone={timeZone} />,
    settings: (
      <>
        <PayoutMethodSection affiliateId={id} />
        <BillingSection affiliateId={id} />
        <AgreementSection affiliateId={id} timeZone={timeZone} />
        <HistorySection affiliateId={id} timeZone={timeZone} />
      </>
    ),
  }
  return (
    <Tabs value={tab} onValueChange={open} className="flex flex-col gap-y-3">
      <Container className="overflow-x-auto px-6 py-4">
        <Tabs.List>
          {TABS.map((name) => (
            <Tabs.Trigger key={name} value={name} className="whitespace-nowrap">
              {t(`affiliate.details.${name}`)}
            </Tabs.Trigger>
          ))}
        </Tabs.List>
      </Container>
      <Tabs.Content value={tab} className="flex flex-col gap-y-3">
        {contents[tab]}
      </Tabs.Content>
    </Tabs>
  )
}
