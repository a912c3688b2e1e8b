import type { StoreAffiliateTerms } from "../../../types"
import { Card } from "../../components/card"
import { useTexts } from "../../i18n/use-texts"

/** How far the month has come towards the next tier, in each currency that has one. */
export function TierProgress({ terms: { commission_tiers, tier_progress } }: { terms: StoreAffiliateTerms }) {
  const { t, money, number, percent } = useTexts()
  if (!commission_tiers || tier_progress.length === 0) return null
  const counts = commission_tiers.measure === "orders"
  const { far, now, next } = t.overview.tier
  return (
    <Card title={t.overview.tier.title}>
      {tier_progress.map(({ currency_code, measured, raise_percent, next_threshold, next_raise_percent }) => {
        const reached = counts ? number(Number(measured)) : money(measured, currency_code)
        const threshold = counts ? t.referrals.orders(Number(next_threshold)) : money(next_threshold ?? "0", currency_code)
        return (
          <div key={currency_code} className="stack-s">
            {counts && tier_progress.length > 1 && <strong>{currency_code.toUpperCase()}</strong>}
            {next_threshold !== null && (
              <>
                <span>{far[commission_tiers.span](reached, threshold)}</span>
                <progress aria-hidden value={Math.max(0, Number(measured))} max={Number(next_threshold)} />
                <span className="soft">{next[commission_tiers.scope](percent(next_raise_percent ?? "0"))}</span>
              </>
            )}
            {raise_percent !== null && <span className="good">{now[commission_tiers.scope](percent(raise_percent))}</span>}
          </div>
        )
      })}
    </Card>
  )
}
