import type { AffiliateStatisticsBucket } from "../../../types"
import { useTexts } from "../../i18n/use-texts"

/** The figures of a month; commissions by currency, never added up over two. */
export function MonthTiles({ month, period }: { month: AffiliateStatisticsBucket | undefined; period: string }) {
  const { t, money, number, month: monthName } = useTexts()
  const earned = (month?.currencies ?? []).filter(({ orders, commission_amount }) => orders > 0 || /[1-9]/.test(commission_amount))
  return (
    <section aria-label={`${t.overview.thisMonth}: ${monthName(period)}`}>
      <h2 className="soft tiles-title">{monthName(period)}</h2>
      <dl className="tiles">
        <div className="tile">
          <dt>{t.overview.clicks}</dt>
          <dd>{number(month?.clicks ?? 0)}</dd>
        </div>
        <div className="tile">
          <dt>{t.overview.orders}</dt>
          <dd>{number(month?.orders ?? 0)}</dd>
        </div>
        <div className="tile tile-wide">
          <dt>{t.overview.commission}</dt>
          {earned.length === 0 && <dd>{t.overview.nothingYet}</dd>}
          {earned.map(({ currency_code, commission_amount }) => (
            <dd key={currency_code} className="money">
              {money(commission_amount, currency_code)}
            </dd>
          ))}
        </div>
      </dl>
    </section>
  )
}
